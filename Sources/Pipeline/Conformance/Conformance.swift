import ChildProcess
import StageKit

/// Holds a module to its contract, as `songngu conformance` does.
public struct Conformance {
  private let module: LoadedModule
  private let lexicon: String?
  private let seconds: Int
  private let texts: [ConformanceText]
  private let report: (ConformanceCheck) -> Void

  /// - Parameters:
  ///   - lexicon: path of a compiled lexicon, for stages that need one.
  ///   - seconds: for one text.
  ///   - largest: bytes of the largest text.
  ///   - report: called with each check as soon as it is made.
  public init(
    _ module: LoadedModule, lexicon: String? = nil, seconds: Int = 60, largest: Int = 5_000_000,
    report: @escaping (ConformanceCheck) -> Void
  ) {
    self.module = module
    self.lexicon = lexicon
    self.seconds = seconds
    texts = ConformanceText.small + [.large(largest)]
    self.report = report
  }

  public func run() { for stage in module.descriptions { run(stage) } }

  private func run(_ stage: StageDescription) {
    func check(_ rule: String, _ body: () throws -> Void) { report(ConformanceCheck(stage.id, rule, body)) }
    let options = OptionConformance(module: module, stage: stage, lexicon: lexicon)
    check("describes itself") { try options.describes() }
    if stage.needsLexicon, lexicon == nil {
      let reason = "it needs a lexicon; name one with --lexicon"
      return report(ConformanceCheck(stage: stage.id, rule: "does its work", verdict: .skipped(reason)))
    }
    check("refuses options with a reason") { try options.refuses() }
    var made: Stage?
    check("starts with its defaults") { made = try module.make(stage, lexicon: lexicon) }
    switch made {
    case .editor?, .annotator?:
      if let made {
        TextConformance(
          module: module, stage: stage, made: made, lexicon: lexicon, seconds: seconds, texts: texts
        ).run(report)
      }
    case .reader(let reader)?: ReaderConformance(stage: stage, reader: reader, texts: texts).run(report)
    case .writer(let writer)?: WriterConformance(stage: stage, writer: writer, texts: texts).run(report)
    case nil: return
    }
    if let factory = module.factory as? CommandFactory {
      check("ends when told") { try ends(stage, factory) }
    }
  }

  private func ends(_ stage: StageDescription, _ factory: CommandFactory) throws {
    let session = try factory.open(
      stage.id, options: stage.options.map { .init($0.name, $0.defaultValue) }, lexicon: lexicon)
    switch session.close() {
    case .exit(status: 0)?: return
    case let cause?: throw ConformanceFailure("After “close” it ended with \(cause); expected exit status 0.")
    case nil: throw ConformanceFailure("It was still there some seconds after “close”, and was killed.")
    }
  }
}

/// A rule that a module breaks.
struct ConformanceFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

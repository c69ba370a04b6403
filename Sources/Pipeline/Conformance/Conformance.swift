import ChildProcess
import StageKit
import Synchronization

/// Holds a module to its contract, as `songngu conformance` does.
public struct Conformance {
  private let module: LoadedModule
  private let lexicon: String?
  private let seconds: Int
  private let large: ConformanceText
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
    large = .large(largest)
    self.report = report
  }

  private var texts: [ConformanceText] { ConformanceText.small + [large] }

  public func run() {
    for stage in module.descriptions {
      check(stage, "describes itself") { try Self.describes(stage) }
      if stage.needsLexicon, lexicon == nil {
        skip(stage, "does its work", "it needs a lexicon; name one with --lexicon")
        continue
      }
      check(stage, "refuses options with a reason") { try refusesOptions(stage) }
      let made: Stage
      do {
        made = try make(stage)
      } catch {
        report(.init(stage: stage.id, rule: "starts with its defaults", verdict: .failed("\(error)")))
        continue
      }
      report(.init(stage: stage.id, rule: "starts with its defaults", verdict: .passed))
      switch made {
      case .editor, .annotator: work(stage, made)
      case .reader(let reader): ReaderConformance(stage: stage, reader: reader, texts: texts).run(report)
      case .writer(let writer): WriterConformance(stage: stage, writer: writer, texts: texts).run(report)
      }
      if let factory = module.factory as? CommandFactory {
        check(stage, "ends when told") { try ends(stage, factory) }
      }
    }
  }

  private func check(_ stage: StageDescription, _ rule: String, _ body: () throws -> Void) {
    report(ConformanceCheck(stage.id, rule, body))
  }

  private func skip(_ stage: StageDescription, _ rule: String, _ reason: String) {
    report(.init(stage: stage.id, rule: rule, verdict: .skipped(reason)))
  }

  private func make(_ stage: StageDescription, _ options: [String: Value] = [:]) throws -> Stage {
    try module.make(
      stage.id, options: stage.options.map { .init($0.name, options[$0.name] ?? $0.defaultValue) }, lexicon: lexicon)
  }

  // MARK: Descriptions and options

  private static func describes(_ stage: StageDescription) throws {
    if stage.summary.isEmpty || stage.summary.contains("\n") {
      throw ConformanceFailure("The summary is “\(stage.summary.prefix(60))”; expected one line.")
    }
    for option in stage.options {
      if !option.type.accepts(option.defaultValue) {
        throw ConformanceFailure(
          "The option “\(option.name)” has the default \(option.defaultValue); expected \(option.type.expectation).")
      }
      if option.summary.isEmpty { throw ConformanceFailure("The option “\(option.name)” has no summary.") }
    }
    let rules = stage.rules.map(\.id)
    if Set(rules).count != rules.count { throw ConformanceFailure("Two rules have one name.") }
  }

  private func refusesOptions(_ stage: StageDescription) throws {
    // What the description allows, to its edges: it works, or says why not.
    for option in stage.options {
      for value in option.type.edges {
        do {
          _ = try make(stage, [option.name: value])
        } catch {
          let words = "\(error)".trimmingPrefix { $0 == " " }
          if words.isEmpty { throw ConformanceFailure("It refuses \(option.name) = \(value) without a reason.") }
        }
      }
    }
    // What it forbids the host never lets through to a library; a command gets it from whoever starts it.
    guard let factory = module.factory as? CommandFactory else { return }
    let defaults = stage.options.map { Value.Member($0.name, $0.defaultValue) }
    for option in stage.options {
      let wrong = defaults.map { $0.name == option.name ? .init($0.name, option.type.wrongValue) : $0 }
      try expectRefusal(factory, stage, wrong, "\(option.name) = \(option.type.wrongValue)")
    }
    try expectRefusal(factory, stage, defaults + [.init("no-such-option", 1)], "an option that it does not declare")
  }

  private func expectRefusal(
    _ factory: CommandFactory, _ stage: StageDescription, _ options: [Value.Member], _ what: String
  ) throws {
    do {
      try factory.open(stage.id, options: options).close()
    } catch ModuleFault.refused {
      return
    }
    throw ConformanceFailure("It accepts \(what); expected the answer “refused” with a reason.")
  }

  private func ends(_ stage: StageDescription, _ factory: CommandFactory) throws {
    let session = try factory.open(stage.id, options: stage.options.map { .init($0.name, $0.defaultValue) })
    switch session.close() {
    case .exit(status: 0)?: return
    case let cause?: throw ConformanceFailure("After “close” it ended with \(cause); expected exit status 0.")
    case nil: throw ConformanceFailure("It was still there some seconds after “close”, and was killed.")
    }
  }

  // MARK: Texts

  /// Breaches that have a rule of their own, so that they need not be shown for every text.
  private static let contract: [(rule: String, isBroken: @Sendable (any Error) -> Bool)] = [
    ("keeps edits in order", { if case EditError.outOfOrder = $0 { true } else { false } }),
    (
      "writes declared layers only",
      { if case ContractViolation.undeclaredLayer = $0 { true } else { false } }
    ),
  ]

  private func work(_ stage: StageDescription, _ made: Stage) {
    var breaches: [any Error] = []
    var taken: [ConformanceText] = []
    for text in texts {
      check(stage, "takes \(text.name)") {
        do {
          _ = try result(stage, made, text.document(reads: stage.reads), deadline())
          taken.append(text)
        } catch let error where Self.contract.contains(where: { $0.isBroken(error) }) {
          breaches.append(error)
        }
      }
    }
    for (rule, isBroken) in Self.contract {
      check(stage, rule) { if let first = breaches.first(where: isBroken) { throw first } }
    }
    if taken.isEmpty {
      skip(stage, "gives the same result again", "it gives no result that the host takes")
    } else {
      check(stage, "gives the same result again") { try repeats(stage, made, taken) }
    }
    check(stage, "stops when it is cancelled, and goes on") { try stops(stage, made) }
  }

  /// What the host would have after the stage.
  private func result(
    _ stage: StageDescription, _ made: Stage, _ document: Document, _ context: StageContext
  ) throws -> Document {
    var document = document
    let by = document.enter(
      Provenance(stage: stage.id, module: module.manifest.module, version: "", digest: "", options: []))
    do {
      switch made {
      case .editor(let editor): try document.apply(editor.edit(document, context), by: by)
      case .annotator(let annotator):
        try document.apply(annotator.annotate(document, context), declared: stage.writes, by: by)
      case .reader, .writer: break
      }
    } catch is Cancelled {
      throw ConformanceFailure("It was not ready after \(seconds) seconds.")
    }
    return document
  }

  private func deadline() -> StageContext {
    let end = ContinuousClock.now + .seconds(seconds)
    return StageContext(isCancelled: { ContinuousClock.now > end })
  }

  private func repeats(_ stage: StageDescription, _ made: Stage, _ texts: [ConformanceText]) throws {
    let another = try make(stage)
    for text in texts {
      let document = try text.document(reads: stage.reads)
      let first = try result(stage, made, document, deadline())
      for (stageAgain, words) in [(made, "the second time"), (another, "when it was started anew")] {
        let again = try result(stage, stageAgain, document, deadline())
        let isSame =
          first.text == again.text && first.annotations == again.annotations && first.findings == again.findings
          && first.metadata == again.metadata && first.edits.records.map(\.reason) == again.edits.records.map(\.reason)
        if !isSame { throw ConformanceFailure("For \(text.name) it gave another result \(words).") }
      }
    }
  }

  private func stops(_ stage: StageDescription, _ made: Stage) throws {
    let asked = Mutex(0)
    let context = StageContext(isCancelled: {
      asked.withLock { count in
        count += 1
        return count > 1
      }
    })
    let document = try large.document(reads: stage.reads)
    let start = ContinuousClock.now
    do {
      switch made {
      case .editor(let editor): _ = try editor.edit(document, context)
      case .annotator(let annotator): _ = try annotator.annotate(document, context)
      case .reader, .writer: break
      }
    } catch {
      // It stopped, which is what was asked of it.
    }
    let taken = ContinuousClock.now - start
    if taken > .seconds(10) {
      throw ConformanceFailure(
        "It went on for \(taken.components.seconds) seconds after it was cancelled; ask checkCancelled in long loops.")
    }
    do {
      _ = try result(stage, made, ConformanceText.small[0].document(reads: stage.reads), deadline())
    } catch let error where Self.contract.contains(where: { $0.isBroken(error) }) {
      // It goes on, to do what is held against it elsewhere.
    }
  }
}

/// A rule that a module breaks.
struct ConformanceFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension OptionType {
  /// Values that it allows only just.
  var edges: [Value] {
    switch self {
    case .boolean: [true, false]
    case .integer(let range): [.number(Double(range.lowerBound)), .number(Double(range.upperBound))]
    case .number(let range): [.number(range.lowerBound), .number(range.upperBound)]
    case .string: ["", "\u{0}\n“😀"]
    case .path: ["/nowhere/at/all"]
    case .choice(let words): words.map(Value.string)
    case .choices(let words): [[], .list(words.map(Value.string))]
    case .strings: [[], ["", "\u{0}\n“😀"]]
    }
  }

  /// A value of another kind.
  var wrongValue: Value {
    switch self {
    case .string, .path, .choice, .choices, .strings: 17
    case .boolean, .integer, .number: "no such value"
    }
  }
}

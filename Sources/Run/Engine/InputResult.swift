import Pipeline
public import StageKit

/// What one input gave: a summary of each document, and what each writer made of it.
///
/// The documents themselves are gone by then, so that a run of any length fits in memory.
public struct InputResult: Sendable {
  public let input: Input
  /// The one outcome of the input.
  public let outcome: Outcome
  /// SHA-256 of the bytes that were read, in hexadecimal; empty if none could be.
  public let digest: String
  /// What the file system said of the file that was read; `nil` if that cannot tell a later change.
  public let stamp: FileStamp?
  /// At least one; the last one gave the documents.
  public let attempts: [Attempt]
  public let documents: [DocumentSummary]
  /// One list for each writer of the pipeline, one rendering for each document.
  let renderings: [[Rendering]]
  let timings: StageTimings
}

/// The countable facts of a document.
public struct DocumentSummary: Sendable {
  public let id: String
  public let outcome: Outcome
  public let sourceBytes: Int
  public let textBytes: Int
  public let edits: Int
  public let links: Int
  public let entities: [String: Int]
  public let findings: [String: Int]
  /// The first finding of severity error, for messages.
  public let firstError: String?

  init(_ document: Document) {
    id = document.id
    outcome = document.outcome
    sourceBytes = document.source.bytes.count
    textBytes = document.text.count
    edits = document.edits.records.count
    var links = 0
    var entities: [String: Int] = [:]
    for annotation in document.annotations {
      if annotation.layer == .link { links += 1 }
      if annotation.layer == .entity { entities[annotation.type, default: 0] += 1 }
    }
    self.links = links
    self.entities = entities
    findings = document.findings.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
    firstError = document.findings.first { $0.severity == .error }?.message
  }
}

extension DocumentProcessor {
  /// Everything that can be done for one input on its own.
  public func process(_ input: Input) -> InputResult {
    let clock = ContinuousClock()
    let begin = clock.now
    var timings = StageTimings()
    var (documents, stamp) = read(input, timings: &timings)
    let context = StageContext()
    var renderings: [[Rendering]] = []
    for writer in writers {
      let start = clock.now
      var bytes = 0
      renderings.append(
        documents.indices.map { index in
          bytes += documents[index].text.count
          do {
            return try writer.writer.render(documents[index], context)
          } catch {
            documents[index].add(
              Finding(.error, "host.writer-failed", nil, "The writer “\(writer.stage.id)” failed: \(error)."))
            documents[index].outcome = .partial
            return Rendering()
          }
        })
      timings.add(writer.stage.id, clock.now - start, bytes: bytes)
    }
    return InputResult(
      input: input, outcome: Outcome.worst(of: documents.map(\.outcome)), digest: documents.first?.source.sha256 ?? "",
      stamp: stamp, attempts: [Attempt(duration: clock.now - begin)], documents: documents.map(DocumentSummary.init),
      renderings: renderings, timings: timings)
  }
}

extension Outcome {
  /// The outcome of an input from those of its documents; the cases stand from best to worst, `unchanged` aside.
  static func worst(of outcomes: [Outcome]) -> Outcome {
    let order = Outcome.allCases
    return outcomes.max { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! } ?? .rejected
  }
}

import Pipeline
public import StageKit

/// What one input gave: a summary of each document, and what each writer made of it.
///
/// The documents themselves are gone by then, so that a run of any length fits in memory.
public struct InputResult: Sendable {
  public let input: Input
  /// At least one; the last one gave the documents, unless it has a fault.
  public let attempts: [Attempt]
  let delivery: Delivery

  /// The one outcome of the input.
  public var outcome: Outcome { delivery.outcome }
  /// SHA-256 of the bytes that were read, in hexadecimal; empty if none could be.
  public var digest: String { delivery.digest }
  /// What the file system said of the file that was read; `nil` if that cannot tell a later change.
  public var stamp: FileStamp? { delivery.stamp }
  /// At least one.
  public var documents: [DocumentSummary] { delivery.documents }
  /// What went wrong: the faults of the attempts, then the failures of single stages in the last one.
  public var faults: [Fault] { attempts.compactMap(\.fault) + delivery.failures }
  /// One list for each writer of the pipeline, one rendering for each document; empty if nothing could be delivered.
  var renderings: [[Rendering]] { delivery.renderings }
  var timings: StageTimings { delivery.timings }
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
  /// ``DocumentNames`` as bytes.
  let names: [UInt8]

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
    names = DocumentNames(document).encoded
  }

  /// In place of a document that could not be delivered.
  init(undelivered outcome: Outcome, firstError: String?) {
    self.init(
      id: "", outcome: outcome, sourceBytes: 0, textBytes: 0, edits: 0, links: 0, entities: [:], findings: [:],
      firstError: firstError, names: [])
  }

  init(
    id: String, outcome: Outcome, sourceBytes: Int, textBytes: Int, edits: Int, links: Int, entities: [String: Int],
    findings: [String: Int], firstError: String?, names: [UInt8]
  ) {
    self.id = id
    self.outcome = outcome
    self.sourceBytes = sourceBytes
    self.textBytes = textBytes
    self.edits = edits
    self.links = links
    self.entities = entities
    self.findings = findings
    self.firstError = firstError
    self.names = names
  }
}

extension Outcome {
  /// The outcome of an input from those of its documents; the cases stand from best to worst, `unchanged` aside.
  static func worst(of outcomes: [Outcome]) -> Outcome {
    let order = Outcome.allCases
    return outcomes.max { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! } ?? .rejected
  }
}

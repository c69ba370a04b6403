public import StageKit

/// The countable facts of a run.
public struct RunSummary: Sendable {
  public internal(set) var inputs = 0
  /// Inputs that cost no work, because an earlier run gave the same; their documents count everywhere else too.
  public internal(set) var unchanged = 0
  public internal(set) var documents = 0
  public internal(set) var sourceBytes = 0
  public internal(set) var edits = 0
  public internal(set) var links = 0
  public internal(set) var outcomes: [Outcome: Int] = [:]
  public internal(set) var entities: [String: Int] = [:]
  public internal(set) var findings: [String: Int] = [:]
  public internal(set) var timings = StageTimings()
  /// Bytes of source that were worked on, and not taken from an earlier run.
  public internal(set) var workedBytes = 0
  public internal(set) var duration = Duration.zero

  public init() {}

  /// Whether every input gave a complete document.
  public var isSuccess: Bool { outcomes.keys.allSatisfy(\.isSuccess) }
  public var findingCount: Int { findings.values.reduce(0, +) }
  public var seconds: Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
  /// Million bytes of source that were worked on in a second.
  public var megabytesPerSecond: Double { seconds > 0 ? Double(workedBytes) / 1e6 / seconds : 0 }

  mutating func add(_ result: InputResult) {
    inputs += 1
    let bytes = result.documents.first?.sourceBytes ?? 0
    sourceBytes += bytes
    workedBytes += bytes
    for document in result.documents {
      documents += 1
      edits += document.edits
      links += document.links
      outcomes[document.outcome, default: 0] += 1
      entities.merge(document.entities, uniquingKeysWith: +)
      findings.merge(document.findings, uniquingKeysWith: +)
    }
    timings.merge(result.timings)
  }
}

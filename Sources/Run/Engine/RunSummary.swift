public import StageKit

/// The countable facts of a run.
public struct RunSummary: Sendable {
  public private(set) var inputs = 0
  public private(set) var documents = 0
  public private(set) var sourceBytes = 0
  public private(set) var edits = 0
  public private(set) var links = 0
  public private(set) var outcomes: [Outcome: Int] = [:]
  public private(set) var entities: [String: Int] = [:]
  public private(set) var findings: [String: Int] = [:]
  public private(set) var timings = StageTimings()
  public internal(set) var duration = Duration.zero

  public init() {}

  /// Whether every input gave a complete document.
  public var isSuccess: Bool { outcomes.keys.allSatisfy(\.isSuccess) }
  public var findingCount: Int { findings.values.reduce(0, +) }
  public var seconds: Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
  /// Million bytes of source in a second.
  public var megabytesPerSecond: Double { seconds > 0 ? Double(sourceBytes) / 1e6 / seconds : 0 }

  mutating func add(_ result: InputResult) {
    inputs += 1
    sourceBytes += result.documents.first?.sourceBytes ?? 0
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

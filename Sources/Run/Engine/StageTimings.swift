/// Time and bytes by stage.
public struct StageTimings: Sendable {
  public struct Entry: Sendable {
    public var duration = Duration.zero
    /// Bytes of text (for readers: of source) that went through.
    public var bytes = 0
  }

  /// In the order in which stages first ran.
  public private(set) var order: [String] = []
  private var entries: [String: Entry] = [:]

  public init() {}

  public subscript(stage: String) -> Entry { entries[stage] ?? Entry() }

  mutating func add(_ stage: String, _ duration: Duration, bytes: Int) {
    if entries[stage] == nil { order.append(stage) }
    entries[stage, default: Entry()].duration += duration
    entries[stage, default: Entry()].bytes += bytes
  }

  mutating func merge(_ other: StageTimings) {
    for stage in other.order { add(stage, other[stage].duration, bytes: other[stage].bytes) }
  }
}

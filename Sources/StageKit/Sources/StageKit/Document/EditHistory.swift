/// Every edit that made the working text out of the source, with what was there before.
public struct EditHistory: Sendable {
  /// One edit that was applied.
  public struct Record: Sendable {
    /// The source bytes that the replaced text stood for.
    public let source: [SourceRange]
    /// Where its replacement lies in the working text as it is now; empty if nothing of it is left.
    public internal(set) var range: TextRange
    /// Where its replacement lay in the text right after the list of edits it came with.
    let firstRange: TextRange
    let before: Range<Int>
    let after: Range<Int>
    public let reason: String
    public let score: Double
    /// Index into ``Document/provenance``.
    public let by: Int
  }

  public private(set) var records: [Record] = []
  /// Where the records of each list of edits begin.
  private(set) var lists: [Int] = []
  private var bytes: [UInt8] = []

  public init() {}

  /// The bytes that the edit replaced; valid UTF-8.
  public func beforeBytes(_ record: Record) -> ArraySlice<UInt8> { bytes[record.before] }
  /// The bytes that the edit put in their place; valid UTF-8.
  public func afterBytes(_ record: Record) -> ArraySlice<UInt8> { bytes[record.after] }

  /// The text before the edit.
  public func before(_ record: Record) -> String { String(decoding: bytes[record.before], as: UTF8.self) }
  /// The text the edit put in its place.
  public func after(_ record: Record) -> String { String(decoding: bytes[record.after], as: UTF8.self) }

  /// Moves the records through `edits`, then adds one for each of them.
  mutating func append(_ edits: EditList, to text: Text, alignment: Alignment, by: Int) {
    for index in records.indices {
      let range = records[index].range
      if let moved = edits.move(range) {
        records[index].range = moved
      } else {
        records[index].range = edits.move(TextRange(range.start, range.start)) ?? TextRange(0, 0)
      }
    }
    lists.append(records.count)
    records.reserveCapacity(records.count + edits.count)
    let replacements = edits.replacementBytes
    for edit in edits {
      let before = store(text.bytes[edit.range.start..<edit.range.end])
      let after = store(replacements[edit.replacement])
      records.append(
        Record(
          source: alignment.source(of: edit.range), range: edit.newRange, firstRange: edit.newRange, before: before,
          after: after, reason: edit.reason, score: edit.score, by: by))
    }
  }

  private mutating func store(_ piece: ArraySlice<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: piece)
    return start..<bytes.count
  }
}

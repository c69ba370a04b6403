/// Replacements of byte ranges of one text, sorted and non-overlapping.
///
/// One struct for any number of edits: the replacement bytes share a buffer and the reasons a table, because a document
/// in NFD needs an edit for each syllable. An editor fills it from left to right:
///
///     var edits = EditList()
///     let reason = edits.reason("cleanup.glued-word")
///     try edits.replace(TextRange(10, 23), with: "protection for".utf8, reason)
public struct EditList: Sendable {
  /// Longest text, in bytes, that edits and alignments can address.
  public static let maximumTextLength = Int(UInt32.max) - 1

  /// Index into ``reasons``.
  @frozen public struct ReasonIndex: Hashable, Sendable {
    @usableFromInline let value: UInt16
    @inlinable init(value: UInt16) { self.value = value }
  }

  @frozen @usableFromInline struct Entry: Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    /// Where the replacement ends in the buffer; it starts where the one before ends.
    @usableFromInline let replacementEnd: UInt32
    /// Bytes of the old text removed by all edits before this one.
    @usableFromInline let removedBefore: UInt32
    @usableFromInline let score: Float
    @usableFromInline let reason: UInt16

    @inlinable init(
      start: UInt32, end: UInt32, replacementEnd: UInt32, removedBefore: UInt32, score: Float, reason: UInt16
    ) {
      self.start = start
      self.end = end
      self.replacementEnd = replacementEnd
      self.removedBefore = removedBefore
      self.score = score
      self.reason = reason
    }
  }

  @usableFromInline var entries: [Entry] = []
  @usableFromInline var replacements: [UInt8] = []
  /// Reason identifiers, such as `cleanup.glued-word`, in the order in which they were first named.
  public private(set) var reasons: [String] = []

  public init() {}

  @inlinable public var count: Int { entries.count }
  @inlinable public var isEmpty: Bool { entries.isEmpty }

  /// Length of the text after the edits minus the length before, in bytes.
  public var lengthChange: Int {
    guard let last = entries.last else { return 0 }
    return replacements.count - Int(last.removedBefore) - Int(last.end - last.start)
  }

  /// The index of a reason, entering it in the table if it is new.
  ///
  /// At most 65,535 reasons.
  public mutating func reason(_ identifier: String) -> ReasonIndex {
    if let index = reasons.firstIndex(of: identifier) { return ReasonIndex(value: UInt16(index)) }
    reasons.append(identifier)
    return ReasonIndex(value: UInt16(reasons.count - 1))
  }

  /// Adds an edit behind all others.
  ///
  /// - Parameters:
  ///   - range: bytes of the text before the edits; empty for an insertion.
  ///   - replacement: the new bytes; empty for a deletion. UTF-8, checked when the list is applied.
  ///   - reason: from ``reason(_:)`` of this list.
  ///   - score: how sure the editor is, 0 to 1.
  /// - Throws: ``EditError/outOfOrder(_:previousEnd:)`` if `range` starts before the end of the last edit, or repeats
  ///   an insertion at the same place.
  @inlinable public mutating func replace(
    _ range: TextRange, with replacement: some Sequence<UInt8>, _ reason: ReasonIndex, score: Double = 1
  ) throws(EditError) {
    var removed: UInt32 = 0
    if let last = entries.last {
      let insertsAgain = range.isEmpty && last.start == last.end && Int(last.start) == range.start
      guard range.start >= Int(last.end), !insertsAgain else {
        throw .outOfOrder(range, previousEnd: Int(last.end))
      }
      removed = last.removedBefore + (last.end - last.start)
    }
    guard range.end <= Self.maximumTextLength else { throw .textTooLong(bytes: range.end) }
    replacements.append(contentsOf: replacement)
    entries.append(
      Entry(
        start: UInt32(range.start), end: UInt32(range.end), replacementEnd: UInt32(replacements.count),
        removedBefore: removed, score: Float(score), reason: reason.value))
  }

  /// One edit of a list, as seen from outside.
  public struct Edit: Sendable {
    /// Bytes of the text before the edits.
    public let range: TextRange
    /// Where the replacement lies in the text after all edits of the list.
    public let newRange: TextRange
    /// Where the replacement lies in ``EditList/replacementBytes``.
    public let replacement: Range<Int>
    public let reason: String
    public let score: Double
  }

  /// The replacement bytes of all edits, one behind the other.
  public var replacementBytes: [UInt8] { replacements }
}

extension EditList: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { entries.count }

  public subscript(index: Int) -> Edit {
    let entry = entries[index]
    let from = index == 0 ? 0 : Int(entries[index - 1].replacementEnd)
    let newStart = Int(entry.start) - Int(entry.removedBefore) + from
    let to = Int(entry.replacementEnd)
    return Edit(
      range: TextRange(Int(entry.start), Int(entry.end)), newRange: TextRange(newStart, newStart + to - from),
      replacement: from..<to, reason: reasons[Int(entry.reason)], score: Double(entry.score))
  }

  /// The replacement of the edit at `index` as a string.
  public func replacementText(at index: Int) -> String {
    String(decoding: replacements[self[index].replacement], as: UTF8.self)
  }
}

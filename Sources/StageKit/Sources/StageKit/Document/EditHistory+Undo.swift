extension EditHistory {
  /// The text as the reader delivered it, and where things of the working text lay in it.
  public struct Original: Sendable {
    public let text: Text
    /// For each record of the history, in its order: where the text that it replaced lay in ``text``.
    ///
    /// Empty for an insertion; wider than what was replaced if an earlier edit had been at work there.
    public let ranges: [TextRange]
    /// Where each of the points asked for lay in ``text``; in the order of the question, never going backwards.
    public let points: [Int]
  }

  /// Takes every edit back, the last list first.
  ///
  /// Linear in the text and the edits for each list.
  ///
  /// - Parameters:
  ///   - text: the working text as it is now.
  ///   - points: byte offsets in `text`, ascending, on scalar boundaries. A point inside a replacement maps to the start
  ///     of what was replaced.
  public func undone(from text: Text, points: [Int] = []) -> Original {
    var text = text
    var ranges = [TextRange](repeating: TextRange(0, 0), count: records.count)
    var points = points
    for (number, first) in lists.enumerated().reversed() {
      let past = number + 1 < lists.count ? lists[number + 1] : records.count
      let inverse = InverseEdits(records[first..<past])
      for index in past..<records.count { ranges[index] = inverse.move(ranges[index]) }
      for index in points.indices { points[index] = inverse.moveStart(points[index]) }
      for index in first..<past { ranges[index] = inverse.before(index - first) }
      text = inverse.apply(to: text) { beforeBytes(records[first + $0]) }
    }
    return Original(text: text, ranges: ranges, points: points)
  }
}

/// The way back from the text after one list of edits to the text before it.
///
/// Not an ``EditList``: undoing two deletions that have come to stand side by side inserts twice at one place.
private struct InverseEdits {
  /// In the text after the edits.
  private let after: [TextRange]
  /// In the text before them.
  private let before: [TextRange]

  init(_ records: ArraySlice<EditHistory.Record>) {
    after = records.map(\.firstRange)
    var shift = 0
    before = records.map { record in
      let start = record.firstRange.start + shift
      shift += record.before.count - record.after.count
      return TextRange(start, start + record.before.count)
    }
  }

  func before(_ index: Int) -> TextRange { before[index] }

  func move(_ range: TextRange) -> TextRange {
    let start = moveStart(range.start)
    return TextRange(start, max(start, range.isEmpty ? start : moveEnd(range.end)))
  }

  /// A point inside a replacement moves to the start of what was replaced; one behind it, to the end.
  func moveStart(_ offset: Int) -> Int {
    let index = first { after[$0].end > offset }
    let base = index == 0 ? offset : before[index - 1].end + offset - after[index - 1].end
    guard index < after.count, after[index].start < offset else { return base }
    return before[index].start
  }

  private func moveEnd(_ offset: Int) -> Int {
    let index = first { after[$0].start >= offset }
    guard index > 0 else { return offset }
    let last = after[index - 1]
    return before[index - 1].end + max(0, offset - last.end)
  }

  /// First index for which `isPast` holds; it must hold for all behind that one.
  private func first(_ isPast: (Int) -> Bool) -> Int {
    var low = 0
    var high = after.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func apply(to text: Text, _ replaced: (Int) -> ArraySlice<UInt8>) -> Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + (before.last?.end ?? 0) - (after.last?.end ?? 0))
    var read = 0
    for index in after.indices {
      bytes.append(contentsOf: text.bytes[read..<after[index].start])
      bytes.append(contentsOf: replaced(index))
      read = after[index].end
    }
    bytes.append(contentsOf: text.bytes[read...])
    return Text(knownValid: bytes)
  }
}

extension EditList {
  /// Where a range of the text before the edits lies after them, or `nil` if all of it was deleted.
  ///
  /// A range survives edits inside it. A boundary that falls inside an edit moves outwards to the edge of the
  /// replacement, so that the moved range covers what became of its text. Insertions at a boundary stay outside. An empty
  /// range moves to an empty range.
  public func move(_ range: TextRange) -> TextRange? {
    if entries.isEmpty { return range }
    if range.isEmpty {
      let point = moveStart(range.start)
      return TextRange(point, point)
    }
    let start = moveStart(range.start)
    let end = moveEnd(range.end)
    return start < end ? TextRange(start, end) : nil
  }

  /// Start of a range: behind an insertion or a replacement that ends here, at the start of a replacement it lies in.
  private func moveStart(_ offset: Int) -> Int {
    let index = firstEntry { Int($0.end) > offset }
    let after = index == 0 ? 0 : Int(entries[index - 1].replacementEnd)
    guard index < entries.count else { return offset - totalRemoved + after }
    let entry = entries[index]
    return Swift.min(offset, Int(entry.start)) - Int(entry.removedBefore) + after
  }

  /// End of a range: before an insertion or a replacement that starts here, at the end of a replacement it lies in.
  private func moveEnd(_ offset: Int) -> Int {
    let index = firstEntry { Int($0.start) >= offset }
    guard index > 0 else { return offset }
    let entry = entries[index - 1]
    let removed = Int(entry.removedBefore) + Int(entry.end - entry.start)
    return Swift.max(offset, Int(entry.end)) - removed + Int(entry.replacementEnd)
  }

  private var totalRemoved: Int {
    entries.last.map { Int($0.removedBefore) + Int($0.end - $0.start) } ?? 0
  }

  /// Index of the first entry for which `isPast` holds; it must hold for all entries behind that one.
  private func firstEntry(_ isPast: (Entry) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

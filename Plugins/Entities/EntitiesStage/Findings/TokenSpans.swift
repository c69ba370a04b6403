import StageKit

/// Finds the tokens of a range of text, by binary search.
struct TokenSpans {
  private let page: Page

  init(_ page: Page) { self.page = page }

  /// The first token and the one behind the last; `nil` if the range does not begin and end at tokens.
  func span(_ range: TextRange) -> (start: Int, end: Int)? {
    let start = token(at: range.start)
    guard start < page.count, Int(page.tokens[start].start) == range.start else { return nil }
    var end = start
    while end < page.count, Int(page.tokens[end].end) < range.end { end += 1 }
    guard end < page.count, Int(page.tokens[end].end) == range.end else { return nil }
    return (start, end + 1)
  }

  /// The first token that begins at `offset` or behind it.
  private func token(at offset: Int) -> Int {
    var low = 0
    var high = page.count
    while low < high {
      let middle = (low + high) / 2
      if Int(page.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

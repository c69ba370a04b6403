/// Reads the parts of dates at a token.
///
/// Every function gives the token behind what it read, or `nil`.
struct DateReader {
  let page: Page
  let tokens: UnsafeMutablePointer<Token>

  init(_ page: Page) {
    self.page = page
    tokens = page.tokens
  }

  /// A day in figures: `5`, `05`, `15th`.
  func day(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.value >= 1, token.value <= 31 else { return nil }
    if token.kind == .number { return token.end - token.start <= 2 ? Int(token.value) : nil }
    guard token.kind == .word, token.shape.contains(.digit), isOrdinal(token) else { return nil }
    return Int(token.value)
  }

  private func isOrdinal(_ token: Token) -> Bool {
    let last = page.bytes[Int(token.end) - 1] | 0x20
    switch page.bytes[Int(token.end) - 2] | 0x20 {
    case UInt8(ascii: "s"): return last == UInt8(ascii: "t")
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return last == UInt8(ascii: "d")
    case UInt8(ascii: "t"): return last == UInt8(ascii: "h")
    default: return false
    }
  }

  func year(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.kind == .number, token.end - token.start == 4, (1900...2099).contains(token.value) else { return nil }
    return Int(token.value)
  }

  /// An English month and the full stop of its abbreviation.
  func englishMonth(_ index: Int) -> (month: Int, next: Int)? {
    guard tokens[index].words.contains(.enMonth), tokens[index].value <= 12 else { return nil }
    let hasStop =
      tokens[index + 1].isMark(Mark.stop) && tokens[index + 1].gap == .none
      && tokens[index].end - tokens[index].start <= 4
      && tokens[index + 2].kind == .number
    return (Int(tokens[index].value), hasStop ? index + 2 : index + 1)
  }

  /// `tháng 8`, `tháng Tám`, `tháng mười một`.
  func vietnameseMonth(_ index: Int) -> (month: Int, next: Int)? {
    guard tokens[index].words.contains(.month), tokens[index + 1].isJoined else { return nil }
    let token = tokens[index + 1]
    if token.kind == .number, token.value >= 1, token.value <= 12, token.end - token.start <= 2 {
      return (Int(token.value), index + 2)
    }
    guard token.words.contains(.viNumber), token.value <= 12 else { return nil }
    // Giêng stands at the eleventh place of the list, Chạp at the twelfth; "mười một" is ten and one.
    var month = Int(token.value)
    if month == 11 { month = 1 }
    if month == 10, tokens[index + 2].words.contains(.viNumber), tokens[index + 2].value <= 2 {
      return (10 + Int(tokens[index + 2].value), index + 3)
    }
    return (month, index + 2)
  }

  /// The sign or word between the ends of a range.
  func rangeSign(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.isJoined else { return nil }
    if token.isMark(Mark.hyphen) || token.isMark(Mark.ampersand) { return index + 1 }
    guard token.words.contains(.through) || token.words.contains(.and) else { return nil }
    let next = index + 1
    return tokens[next].words.contains(.day) && tokens[next].isWord ? next + 1 : next
  }

  /// A comma, `năm`, `/` or `-` and the year behind a month.
  func yearBehind(_ index: Int) -> (year: Int, next: Int)? {
    if let year = year(index), tokens[index].isJoined, tokens[index].gap != .none { return (year, index + 1) }
    guard tokens[index].isJoined, let year = year(index + 1), tokens[index + 1].isJoined else { return nil }
    let token = tokens[index]
    let isLink =
      token.words.contains(.year) || token.words.contains(.of) || token.isMark(Mark.comma)
      || ((token.isMark(Mark.slash) || token.isMark(Mark.hyphen) || token.isMark(Mark.stop)) && token.gap == .none
        && tokens[index + 1].gap == .none)
    return isLink ? (year, index + 2) : nil
  }

  /// Figures parted by the same sign without spaces: day, month and perhaps year, or year, month and day.
  func figures(_ index: Int) -> (value: DateValue, next: Int)? {
    let sign = tokens[index + 1].mark
    guard tokens[index].kind == .number, tokens[index + 1].kind == .mark, tokens[index + 1].gap == .none,
      sign == Mark.slash || sign == Mark.hyphen || sign == Mark.stop, isTight(index + 2)
    else { return nil }
    let hasThird = tokens[index + 3].isMark(sign) && tokens[index + 3].gap == .none && isTight(index + 4)
    if let year = year(index), let month = small(index + 2, 12) {
      if hasThird, let day = small(index + 4, 31) { return (DateValue(year: year, month: month, day: day), index + 5) }
      return nil
    }
    guard let first = small(index, 31) else { return nil }
    if hasThird, let second = small(index + 2, 31) {
      var year = year(index + 4) ?? 0
      if year == 0, sign == Mark.slash, tokens[index + 4].end - tokens[index + 4].start == 2 {
        year = 2000 + Int(tokens[index + 4].value)
      }
      guard year > 0 else { return nil }
      // Viet Nam writes the day first; 12/31/2016 can only be the other way.
      if second <= 12 { return (DateValue(year: year, month: second, day: first), index + 5) }
      if first <= 12 { return (DateValue(year: year, month: first, day: second), index + 5) }
      return nil
    }
    if hasThird { return nil }
    if first <= 12, let year = year(index + 2) { return (DateValue(year: year, month: first), index + 3) }
    if let month = small(index + 2, 12) { return (DateValue(month: month, day: first), index + 3) }
    return nil
  }

  private func isTight(_ index: Int) -> Bool { tokens[index].kind == .number && tokens[index].gap == .none }

  private func small(_ index: Int, _ most: Int) -> Int? {
    let token = tokens[index]
    guard token.end - token.start <= 2, token.value >= 1, Int(token.value) <= most else { return nil }
    return Int(token.value)
  }
}

import StageKit

/// Finds dates and ranges of dates in both languages.
struct DateRules {
  let page: Page
  let tokens: UnsafeMutablePointer<Token>
  let reader: DateReader

  init(_ page: Page) {
    self.page = page
    tokens = page.tokens
    reader = DateReader(page)
  }

  struct Reading {
    var end: Int
    var rule: Rule
    var from: DateValue
    var to: DateValue?
    var score = 0.95
  }

  func run(into findings: inout Findings) {
    var index = 0
    while index < page.count {
      let token = tokens[index]
      let mayBegin =
        token.kind == .number || token.value != Token.noValue || !token.words.isDisjoint(with: [.month, .quarter])
      guard mayBegin, !token.shape.contains(.taken), let reading = read(index) else {
        index += 1
        continue
      }
      var candidate = Candidate(.date, index, reading.end, reading.rule, reading.score)
      candidate.date = Int32(findings.dates.count)
      findings.dates.append((reading.from, reading.to))
      findings.candidates.append(candidate)
      for taken in index..<reading.end { tokens[taken].shape.insert(.taken) }
      index = reading.end
    }
  }

  func read(_ index: Int) -> Reading? {
    guard !isInsideNumber(index), let reading = unchecked(index), !isFollowed(reading.end) else { return nil }
    return reading
  }

  func unchecked(_ index: Int) -> Reading? {
    if let reading = figures(index) { return reading }
    if let day = reader.day(index), let reading = dayFirst(index, day) { return reading }
    if let reading = englishMonthFirst(index) { return reading }
    if let reading = vietnameseMonthFirst(index) { return reading }
    if let reading = quarter(index) { return reading }
    return years(index)
  }

  /// A figure that continues a longer number or code.
  func isInsideNumber(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .none, tokens[index].kind == .number else { return false }
    let before = tokens[index - 1]
    guard before.kind == .mark else { return before.kind == .number }
    switch before.mark {
    case Mark.slash, Mark.hyphen, Mark.stop, Mark.comma, UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "+"):
      return index > 1 && (tokens[index - 2].kind == .number || tokens[index - 2].shape.contains(.digit))
        && before.gap == .none
        || before.mark == UInt8(ascii: "#")
    default: return before.words.contains(.measure)
    }
  }

  /// What comes behind makes the figures something else: `93/2009/NĐ-CP`, `5.2.2016.7`, `2016 households`.
  func isFollowed(_ end: Int) -> Bool {
    let next = tokens[end]
    guard next.kind == .mark, next.gap == .none, tokens[end + 1].gap == .none else {
      return next.words.contains(.measure) && next.kind == .mark
    }
    switch next.mark {
    case Mark.slash, Mark.hyphen: return tokens[end - 1].kind == .number && tokens[end + 1].kind != .mark
    case Mark.stop, Mark.comma: return tokens[end + 1].kind == .number
    default: return next.words.contains(.measure)
    }
  }

  // MARK: Figures

  func figures(_ index: Int) -> Reading? {
    guard let (first, next) = reader.figures(index) else { return dayRangeFigures(index) }
    var reading = Reading(end: next, rule: .dateNumeric, from: first)
    if !tokens[next].words.contains(.and), let behind = reader.rangeSign(next),
      let (second, end) = reader.figures(behind)
    {
      if (second.year > 0) == (first.year > 0) || (first.year == 0 && first.day > 0) && second.day > 0,
        (second.day > 0) == (first.day > 0)
      {
        reading.end = end
        reading.to = second
        if first.year == 0 { reading.from.year = second.year }
        if reading.from.year > 0 { return reading }
      }
    }
    if first.year > 0 {
      // "3-2016" may be a code; "3/2016" is a month.
      if first.day == 0, tokens[index + 1].mark != Mark.slash { return hasCue(index) ? reading : nil }
      return reading
    }
    // Day and month alone: only where a word of time stands before.
    guard tokens[index + 1].mark != Mark.stop, hasCue(index) else { return nil }
    reading.score = 0.85
    return reading
  }

  /// `25-27/8/2016`, `6 - 7/6/2023`, `7 và 8/3`.
  func dayRangeFigures(_ index: Int) -> Reading? {
    guard let day = reader.day(index), tokens[index].kind == .number, let behind = reader.rangeSign(index + 1),
      let (value, end) = reader.figures(behind), value.day > day, value.month > 0
    else { return nil }
    guard value.year > 0 || hasCue(index) else { return nil }
    return Reading(
      end: end, rule: .dateNumeric, from: DateValue(year: value.year, month: value.month, day: day), to: value)
  }

  func hasCue(_ index: Int) -> Bool {
    guard index > 0, tokens[index].isJoined else { return false }
    return !tokens[index - 1].words.isDisjoint(with: [.dateCue, .day, .month])
  }
}

import StageKit

/// Finds dates and ranges of dates in both languages.
struct DateRules {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>
  private let reader: DateReader

  init(_ page: Page) {
    self.page = page
    tokens = page.tokens
    reader = DateReader(page)
  }

  private struct Reading {
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

  private func read(_ index: Int) -> Reading? {
    guard !isInsideNumber(index), let reading = unchecked(index), !isFollowed(reading.end) else { return nil }
    return reading
  }

  private func unchecked(_ index: Int) -> Reading? {
    if let reading = figures(index) { return reading }
    if let day = reader.day(index), let reading = dayFirst(index, day) { return reading }
    if let reading = englishMonthFirst(index) { return reading }
    if let reading = vietnameseMonthFirst(index) { return reading }
    if let reading = quarter(index) { return reading }
    return years(index)
  }

  /// A figure that continues a longer number or code.
  private func isInsideNumber(_ index: Int) -> Bool {
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
  private func isFollowed(_ end: Int) -> Bool {
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

  private func figures(_ index: Int) -> Reading? {
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
  private func dayRangeFigures(_ index: Int) -> Reading? {
    guard let day = reader.day(index), tokens[index].kind == .number, let behind = reader.rangeSign(index + 1),
      let (value, end) = reader.figures(behind), value.day > day, value.month > 0
    else { return nil }
    guard value.year > 0 || hasCue(index) else { return nil }
    return Reading(
      end: end, rule: .dateNumeric, from: DateValue(year: value.year, month: value.month, day: day), to: value)
  }

  private func hasCue(_ index: Int) -> Bool {
    guard index > 0, tokens[index].isJoined else { return false }
    return !tokens[index - 1].words.isDisjoint(with: [.dateCue, .day, .month])
  }

  // MARK: Words

  private func dayFirst(_ index: Int, _ day: Int) -> Reading? {
    // One day and its month.
    if let reading = monthBehind(index + 1, day) { return extended(reading) }
    // Two days of one month.
    guard let behind = reader.rangeSign(index + 1), let second = reader.day(behind), tokens[behind].isJoined,
      let reading = monthBehind(behind + 1, second)
    else { return nil }
    var from = reading.from
    from.day = day
    return Reading(end: reading.end, rule: .dateDayMonth, from: from, to: reading.from)
  }

  /// The month behind a day, and the year behind it.
  private func monthBehind(_ index: Int, _ day: Int) -> Reading? {
    guard tokens[index].isJoined else { return nil }
    var index = index
    if tokens[index].words.contains(.of), tokens[index + 1].isJoined { index += 1 }
    if tokens[index].isMark(Mark.stop), tokens[index].gap == .none, tokens[index + 1].gap == .space { index += 1 }
    guard let (month, next) = reader.englishMonth(index) ?? reader.vietnameseMonth(index) else { return nil }
    guard let (year, end) = reader.yearBehind(next) else {
      return Reading(end: next, rule: .dateDayMonth, from: DateValue(month: month, day: day))
    }
    return Reading(end: end, rule: .dateDayMonth, from: DateValue(year: year, month: month, day: day))
  }

  /// `5 October and 10 November 2013`: the second whole date of a range.
  private func extended(_ first: Reading) -> Reading {
    guard let behind = reader.rangeSign(first.end), let day = reader.day(behind), tokens[behind].isJoined,
      let second = monthBehind(behind + 1, day)
    else { return first }
    var from = first.from
    if from.year == 0 { from.year = second.from.year }
    return Reading(end: second.end, rule: .dateDayMonth, from: from, to: second.from)
  }

  private func englishMonthFirst(_ index: Int) -> Reading? {
    guard let (month, next) = reader.englishMonth(index) else { return nil }
    if let day = reader.day(next), tokens[next].isJoined, tokens[next].gap != .none || next == index + 2,
      !(tokens[next + 1].isMark(Mark.hyphen) && reader.year(next + 2) != nil && tokens[next + 1].gap == .none)
    {
      return monthDay(next, month, day)
    }
    if let (year, end) = reader.yearBehind(next) {
      return monthRange(Reading(end: end, rule: .dateMonth, from: DateValue(year: year, month: month)))
    }
    // "January to August 2014"
    if let behind = reader.rangeSign(next), let (second, after) = reader.englishMonth(behind),
      let (year, end) = reader.yearBehind(after), !tokens[next].words.contains(.and)
    {
      return Reading(
        end: end, rule: .dateMonth, from: DateValue(year: year, month: month), to: DateValue(year: year, month: second))
    }
    guard isMonthAlone(index) else { return nil }
    return Reading(end: next, rule: .dateMonth, from: DateValue(month: month), score: 0.8)
  }

  private func monthRange(_ first: Reading) -> Reading {
    guard let behind = reader.rangeSign(first.end), !tokens[first.end].words.contains(.and),
      let (second, after) = reader.englishMonth(behind), let (year, end) = reader.yearBehind(after)
    else { return first }
    return Reading(end: end, rule: .dateMonth, from: first.from, to: DateValue(year: year, month: second))
  }

  private func isMonthAlone(_ index: Int) -> Bool {
    let token = tokens[index]
    if !token.words.contains(.weakMonth) {
      return token.end - token.start > 3 || (index > 0 && tokens[index - 1].words.contains(.yearCue))
    }
    // May and March are also verbs and names.
    guard index > 0, token.isJoined, tokens[index - 1].words.contains(.yearCue), !tokens[index - 1].words.contains(.and)
    else { return false }
    return !tokens[index + 1].isCapital
  }

  private func monthDay(_ index: Int, _ month: Int, _ day: Int) -> Reading {
    var reading = Reading(end: index + 1, rule: .dateDayMonth, from: DateValue(month: month, day: day))
    if let behind = reader.rangeSign(index + 1), let second = reader.day(behind), tokens[behind].isJoined,
      second > day, !isFollowedByMonth(behind + 1)
    {
      reading.end = behind + 1
      reading.to = DateValue(month: month, day: second)
    }
    if let (year, end) = reader.yearBehind(reading.end), tokens[reading.end].mark != Mark.slash,
      tokens[reading.end].mark != Mark.hyphen
    {
      reading.end = end
      reading.from.year = year
      reading.to?.year = year
    }
    return reading
  }

  private func isFollowedByMonth(_ index: Int) -> Bool {
    tokens[index].isJoined && (reader.englishMonth(index) != nil || tokens[index].words.contains(.month))
  }

  private func vietnameseMonthFirst(_ index: Int) -> Reading? {
    guard let (month, next) = reader.vietnameseMonth(index) else { return nil }
    if let (year, end) = reader.yearBehind(next) {
      return Reading(end: end, rule: .dateMonth, from: DateValue(year: year, month: month))
    }
    // "3 tháng 6 lần" counts months; "tháng 5 năm 2016" is read above.
    if index > 0, tokens[index - 1].kind == .number, tokens[index].isJoined { return nil }
    return Reading(end: next, rule: .dateMonth, from: DateValue(month: month), score: 0.85)
  }

  private func quarter(_ index: Int) -> Reading? {
    guard tokens[index].words.contains(.quarter), tokens[index + 1].isJoined else { return nil }
    let number = tokens[index + 1]
    guard number.words.contains(.roman) || (number.kind == .number && number.value >= 1 && number.value <= 4),
      let (year, end) = reader.yearBehind(index + 2)
    else { return nil }
    return Reading(end: end, rule: .dateQuarter, from: DateValue(year: year))
  }

  // MARK: Years

  private func years(_ index: Int) -> Reading? {
    guard let first = reader.year(index) else { return nil }
    var reading = Reading(end: index + 1, rule: .dateYear, from: DateValue(year: first), score: 0.85)
    if let behind = reader.rangeSign(index + 1), let second = reader.year(behind), second > first,
      !tokens[index + 1].words.contains(.and)
    {
      reading.end = behind + 1
      reading.to = DateValue(year: second)
      return reading
    }
    if tokens[index + 1].isMark(Mark.slash), tokens[index + 1].gap == .none, tokens[index + 2].kind == .number,
      tokens[index + 2].gap == .none, Int(tokens[index + 2].value) == (first + 1) % 100
    {
      reading.end = index + 3
      return reading
    }
    return isYear(index) ? reading : nil
  }

  /// Whether a number between 1900 and 2099 that stands alone is a year, and not a count, a price or a code.
  private func isYear(_ index: Int) -> Bool {
    let before = index > 0 ? tokens[index - 1] : Token()
    let next = tokens[index + 1]
    if next.isJoined, next.words.contains(.measure) { return false }
    if tokens[index].isJoined, index > 0 {
      if before.words.contains(.numbering) || before.words.contains(.measure) { return false }
      if before.words.contains(.year) { return true }
      if before.kind == .number { return false }
      if before.isMark(Mark.hyphen), before.gap == .none, tokens[index].gap == .none { return false }
      if before.isMark(Mark.slash) || before.isMark(UInt8(ascii: "+")) || before.isMark(UInt8(ascii: "#")) {
        return false
      }
    }
    // "2016 farmers": a count, unless a word before says that it is a year.
    let isBeforeNoun = next.isJoined && next.isWord && !next.isCapital && next.words.isEmpty
    if isBeforeNoun {
      return before.words.contains(.yearCue) && tokens[index].isJoined || next.shape.contains(.vietnamese)
    }
    return true
  }
}

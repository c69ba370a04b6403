/// Dates with a month in words.
extension DateRules {
  func dayFirst(_ index: Int, _ day: Int) -> Reading? {
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
  func monthBehind(_ index: Int, _ day: Int) -> Reading? {
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
  func extended(_ first: Reading) -> Reading {
    guard let behind = reader.rangeSign(first.end), let day = reader.day(behind), tokens[behind].isJoined,
      let second = monthBehind(behind + 1, day)
    else { return first }
    var from = first.from
    if from.year == 0 { from.year = second.from.year }
    return Reading(end: second.end, rule: .dateDayMonth, from: from, to: second.from)
  }

  func englishMonthFirst(_ index: Int) -> Reading? {
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

  func monthRange(_ first: Reading) -> Reading {
    guard let behind = reader.rangeSign(first.end), !tokens[first.end].words.contains(.and),
      let (second, after) = reader.englishMonth(behind), let (year, end) = reader.yearBehind(after)
    else { return first }
    return Reading(end: end, rule: .dateMonth, from: first.from, to: DateValue(year: year, month: second))
  }

  func isMonthAlone(_ index: Int) -> Bool {
    let token = tokens[index]
    if !token.words.contains(.weakMonth) {
      return token.end - token.start > 3 || (index > 0 && tokens[index - 1].words.contains(.yearCue))
    }
    // May and March are also verbs and names.
    guard index > 0, token.isJoined, tokens[index - 1].words.contains(.yearCue), !tokens[index - 1].words.contains(.and)
    else { return false }
    return !tokens[index + 1].isCapital
  }

  func monthDay(_ index: Int, _ month: Int, _ day: Int) -> Reading {
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

  func isFollowedByMonth(_ index: Int) -> Bool {
    tokens[index].isJoined && (reader.englishMonth(index) != nil || tokens[index].words.contains(.month))
  }

  func vietnameseMonthFirst(_ index: Int) -> Reading? {
    guard let (month, next) = reader.vietnameseMonth(index) else { return nil }
    if let (year, end) = reader.yearBehind(next) {
      return Reading(end: end, rule: .dateMonth, from: DateValue(year: year, month: month))
    }
    // "3 tháng 6 lần" counts months; "tháng 5 năm 2016" is read above.
    if index > 0, tokens[index - 1].kind == .number, tokens[index].isJoined { return nil }
    return Reading(end: next, rule: .dateMonth, from: DateValue(month: month), score: 0.85)
  }

  func quarter(_ index: Int) -> Reading? {
    guard tokens[index].words.contains(.quarter), tokens[index + 1].isJoined else { return nil }
    let number = tokens[index + 1]
    guard number.words.contains(.roman) || (number.kind == .number && number.value >= 1 && number.value <= 4),
      let (year, end) = reader.yearBehind(index + 2)
    else { return nil }
    return Reading(end: end, rule: .dateQuarter, from: DateValue(year: year))
  }
}

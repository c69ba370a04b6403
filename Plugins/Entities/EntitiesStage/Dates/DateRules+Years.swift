/// Years that stand alone, and ranges of years.
extension DateRules {
  func years(_ index: Int) -> Reading? {
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
  func isYear(_ index: Int) -> Bool {
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

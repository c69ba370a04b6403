import Lexicon
import StageKit

/// Abbreviations in brackets behind a name, and lists of abbreviations.
struct AbbreviationRules {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>
  private let organisationStart: [Int32]

  /// - Parameter candidates: those of this page.
  init(_ page: Page, _ candidates: ArraySlice<Candidate>) {
    self.page = page
    tokens = page.tokens
    var starts = [Int32](repeating: -1, count: page.count + 2)
    for candidate in candidates where candidate.type == .organisation {
      let end = Int(candidate.end)
      if starts[end] < 0 || starts[end] > candidate.start { starts[end] = candidate.start }
    }
    organisationStart = starts
  }

  func run(into findings: inout Findings, _ memory: inout Memory) {
    for index in 0..<page.count {
      if tokens[index].isMark(Mark.open) { definition(index, &findings, &memory) }
    }
    lists(&findings)
  }

  private func add(_ start: Int, _ end: Int, _ rule: Rule, _ score: Double, _ findings: inout Findings) {
    findings.candidates.append(Candidate(.organisation, start, end, rule, score))
  }

  // MARK: Definitions

  /// `Network of Action for Migrant Workers (M-Net)`.
  private func definition(_ open: Int, _ findings: inout Findings, _ memory: inout Memory) {
    guard open > 0, tokens[open].isJoined, let end = shortForm(open + 1) else { return }
    guard tokens[end].isMark(Mark.close) || tokens[end].isMark(Mark.comma) || tokens[end].isMark(Mark.semicolon) else {
      return
    }
    let short = open + 1
    if !tokens[short].roles.isDisjoint(with: [.place, .stop, .term]), !tokens[short].roles.contains(.organisation) {
      return
    }
    if organisationStart[open] >= 0 {
      define(short, end, &findings, &memory)
      return
    }
    guard let start = longForm(before: open, short, end) else { return }
    add(start, open, .organisationDefinition, 0.8, &findings)
    define(short, end, &findings, &memory)
  }

  private func define(_ start: Int, _ end: Int, _ findings: inout Findings, _ memory: inout Memory) {
    add(start, end, .organisationDefinition, 0.9, &findings)
    memory.learn(page.hash(start, end), .organisation)
    // "M-Net" is often written "Mnet" or "MNet" later on.
    if end - start == 3 { memory.learnJoined(page, start, end) }
  }

  /// An abbreviation or short name: one word with at least two capitals, or with a capital and few letters, perhaps with
  /// hyphens.
  private func shortForm(_ index: Int) -> Int? {
    guard page.isNameWord(index), tokens[index].gap == .none else { return nil }
    var end = index + 1
    while end < page.count, end - index < 5, page.isTightHyphen(end) { end += 2 }
    let length = tokens[end - 1].end - tokens[index].start
    guard length >= 2, length <= 16 else { return nil }
    return capitals(index, end) >= 2 || organisationStart[index - 1] >= 0 && capitals(index, end) == 1 && length <= 10
      ? end : nil
  }

  private func capitals(_ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<end {
      for offset in Int(tokens[index].start)..<Int(tokens[index].end) {
        let byte = page.bytes[offset]
        if byte &- 0x41 < 26 || (byte == 0xC4 && page.bytes[offset + 1] == 0x90) { count += 1 }
      }
    }
    return count
  }

  /// The words before the bracket whose initials are the letters of the abbreviation.
  private func longForm(before open: Int, _ short: Int, _ end: Int) -> Int? {
    var letters: [UInt8] = []
    for index in short..<end where tokens[index].isWord {
      for offset in Int(tokens[index].start)..<Int(tokens[index].end) where page.bytes[offset] &- 0x41 < 26 {
        letters.append(page.bytes[offset])
      }
    }
    guard letters.count >= 3 else { return nil }
    var index = open
    var left = letters.count
    while index > 0, left > 0, open - index < 16, index == open || tokens[index].isJoined {
      index -= 1
      let token = tokens[index]
      if page.isNameWord(index) {
        guard page.bytes[Int(token.start)] == letters[left - 1] else { return nil }
        left -= 1
      } else if !(token.words.contains(.joint) || token.kind == .possessive || token.isMark(Mark.comma)
        || token.isMark(Mark.ampersand))
      {
        return nil
      }
    }
    return left == 0 ? index : nil
  }

  // MARK: Lists

  /// `Mnet members: LIGHT, CDI, GFCD`: abbreviations in a row support each other if one is known.
  private func lists(_ findings: inout Findings) {
    var index = 0
    while index < page.count {
      guard isAbbreviation(index) else {
        index += 1
        continue
      }
      var members = [index]
      var isKnown = organisationStart[index + 1] == Int32(index)
      var next = index + 1
      while next + 1 < page.count, members.count < 256 {
        var step = next
        while step - next < 2, tokens[step].isJoined,
          tokens[step].isMark(Mark.comma) || tokens[step].words.contains(.and) || tokens[step].isMark(Mark.semicolon)
        {
          step += 1
        }
        guard step > next, tokens[step].isJoined, isAbbreviation(step) else { break }
        members.append(step)
        if organisationStart[step + 1] == Int32(step) { isKnown = true }
        next = step + 1
      }
      if isKnown, members.count >= 3 {
        for member in members where organisationStart[member + 1] != Int32(member) {
          if tokens[member].roles.isDisjoint(with: [.place, .stop, .term])
            || tokens[member].roles.contains(.organisation)
          {
            add(member, member + 1, .organisationList, 0.75, &findings)
          }
        }
      }
      index = next
    }
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.shape.contains(.allCapitals) && token.shape.isDisjoint(with: [.loud, .taken])
      && token.end - token.start <= 12
  }
}

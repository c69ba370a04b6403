import StageKit

/// Words that were broken at the end of a line.
struct Hyphenation: CleanupRule {
  let description = RuleDescription(
    "cleanup.hyphenation",
    "Joins an English word that a hyphen breaks at the end of a line, if the whole is a known word and the parts are not "
      + "both words.",
    examples: [
      .init("more informa-\ntion for workers", "more information for workers"),
      .init("Organisa-\n  tions meet", "Organisations meet"),
      .untouched("a long-\nterm plan"),
      .untouched("a well-\nknown over-\ncoat"),
      .untouched("from Viet-\nnam"),
    ])
  let trigger: Marks = .hyphenAtLineEnd
  let needsWords = true

  func scan(_ block: Block, _ proposals: inout Proposals) {
    guard let words = block.words else { return }
    let bytes = block.bytes
    var index = 1
    while index + 2 < bytes.count {
      guard bytes[index] == 0x2D, bytes[index + 1] == 0x0A else {
        index += 1
        continue
      }
      let hyphen = index
      var rest = hyphen + 2
      while rest < bytes.count, bytes[rest] == 0x20 || bytes[rest] == 0x09 { rest += 1 }
      if Self.isBrokenWord(bytes, hyphen, rest, words) { proposals.replace(hyphen, rest, with: .nothing, score: 0.9) }
      index = max(rest, hyphen + 1)
    }
  }

  private static func isBrokenWord(_ bytes: Bytes, _ hyphen: Int, _ rest: Int, _ words: WordBook) -> Bool {
    var start = hyphen
    while start > 0, hyphen - start <= WordLists.longestWord, isLetter(bytes[start - 1]) { start -= 1 }
    var end = rest
    while end < bytes.count, end - rest <= WordLists.longestWord, 0x61...0x7A ~= bytes[end] { end += 1 }
    guard hyphen - start >= 2, end - rest >= 2, !isJoined(bytes.scalar(before: start)) else { return false }
    // A letter behind the small ones is a capital or one with a diacritic; a hyphen makes a longer compound.
    guard !isJoined(bytes.scalarOrEnd(at: end)) else { return false }
    let head = bytes[start..<hyphen].enumerated().map { $0.offset == 0 ? $0.element | 0x20 : $0.element }
    let tail = Array(bytes[rest..<end])
    guard head.allSatisfy({ 0x61...0x7A ~= $0 }) else { return false }
    return words.isEnglish(head + tail) && !(words.isEnglish(head) && words.isEnglish(tail))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private static func isJoined(_ scalar: UInt32) -> Bool {
    scalar.isLatinLetterOrDigit || scalar == 0x2D || scalar == 0x2F || scalar == 0x40 || scalar == 0x5F
  }
}

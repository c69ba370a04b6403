import StageKit

/// Two words that lost the space between them.
struct GluedWord: CleanupRule {
  let description = RuleDescription(
    "cleanup.glued-word",
    "Parts two words that lost the space between them: small words of English next to a known word, and two Vietnamese "
      + "syllables; only lower-case words that no word list has, in text of that language, with one way to part them.",
    examples: [
      .init(
        "new ideas about social protectionfor workers in the city",
        "new ideas about social protection for workers in the city"
      ),
      .init("many people are working ininformal area,", "many people are working in informal area,"),
      .init("he spoke about the role ofthe union", "he spoke about the role of the union"),
      .init("Hội thảo bàn về phụnữ và trẻ em ở nông thôn", "Hội thảo bàn về phụ nữ và trẻ em ở nông thôn"),
      .untouched("The organisation offers onboarding for programme staff and therapists."),
      .untouched("if themonth is not None and the year is given: show(themonth, 1)"),
      .untouched("The office of Forthewin is in the town of Inthanon."),
      .untouched("Une mesure inacceptable pour les enfants de la ville"),
      .untouched("Anh uống càphê rồi đi xích lô về nhà mẹ đẻ"),
    ])
  let trigger: Marks = .always
  let needsWords = true

  func scan(_ block: Block, _ proposals: inout Proposals) {
    guard let words = block.words else { return }
    let bytes = block.bytes
    // Where the line that was looked at last ends, and what language it is in.
    var lineEnd = 0
    var languages: [Surroundings.Language: Bool] = [:]
    var prose = ProseCheck()
    WordScanner.forEachWord(bytes) { word in
      guard word.end - word.start >= 5 else { return }
      let letters = Bytes(rebasing: bytes[word.start..<word.end])
      let split: Int
      let language: Surroundings.Language
      if word.shape == .small {
        split = words.englishSplit(letters)
        language = .english
      } else if word.shape.contains(.nonASCII), word.shape.isDisjoint(with: [.capital, .digit]) {
        split = words.vietnameseSplit(letters)
        language = .vietnamese
      } else {
        return
      }
      guard split > 0, Self.standsFree(bytes, word.start, word.end),
        prose.isProse(block, at: word.start)
      else { return }
      if word.start >= lineEnd { languages = [:] }
      let fits: Bool
      if let known = languages[language] {
        fits = known
      } else {
        let line = block.line(at: word.start)
        lineEnd = line.end
        fits = Surroundings.are(language, in: Bytes(rebasing: bytes[line.start..<line.end]), words)
        languages[language] = fits
      }
      guard fits else { return }
      proposals.replace(
        word.start, word.end, with: .bytes(Array(letters[..<split]) + [0x20] + Array(letters[split...])), score: 0.9)
    }
  }

  /// Whether there is white space before the word, or an opening mark, and behind it white space or punctuation that
  /// ends there: no address, no file name, no program.
  private static func standsFree(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    let before = bytes.scalar(before: start)
    guard before.isBlank || before.isOpening else { return false }
    var index = end
    // At most three closing marks, such as `).”`.
    for _ in 0..<3 {
      let after = bytes.scalarOrEnd(at: index)
      if after.isBlank { return true }
      guard
        after.isClosing || after == 0x2C || after == 0x2E || after == 0x3B || after == 0x3A || after == 0x21
          || after == 0x3F
      else { return false }
      index += bytes.scalarLength(at: index)
    }
    return bytes.scalarOrEnd(at: index).isBlank
  }
}

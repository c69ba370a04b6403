import Lexicon
import StageKit
import TestSupport
import Testing
import TextKit

/// The matcher against ``ReferenceMatcher``, over random lexicons and texts.
@Suite struct MatchingLawTests {
  static let syllables = [
    "ha", "hà", "Hà", "HÀ", "há", "noi", "nội", "Nội", "nôi", "nọi", "hoà", "hòa", "Hoá", "hoa", "s", "S", "dong",
    "đông",
    "Đồng", "dồng", "1", "a1", "women", "internationalisation", "Internationalisations", "của", "cua", "cuă",
  ]
  static let gaps = [
    " ", " ", " ", " ", "-", "'", "’", "\n", "\r\n", " \n  ", "\n\n", ".", ", ", "  ", "\t", " - ", " – ", "–", "- ",
    "''",
    "--", "' ", " '", "-\n", "\n- ", "(", "",
  ]

  static func text(_ words: ClosedRange<Int>, _ gaps: [String], _ random: inout SeededGenerator) -> String {
    var text = ""
    for number in 0..<Int.random(in: words, using: &random) {
      if number > 0 { text += gaps.randomElement(using: &random) ?? " " }
      let syllable = syllables.randomElement(using: &random) ?? "a"
      text += Int.random(in: 0..<8, using: &random) == 0 ? Normaliser.normalise(syllable, .nfd) : syllable
    }
    return text
  }

  @Test(arguments: 0..<200)
  func everythingIsFoundThatTheRulesSay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let forms = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      Self.text(1...4, [" ", " ", "-", "'", ". ", " – "], &random)
    }
    var builder = LexiconBuilder()
    for (number, form) in forms.enumerated() { try builder.add(Cue(form, .title, value: "\(number)")) }
    let lexicon = try builder.lexicon()
    let reference = ReferenceMatcher(forms)
    for _ in 0..<4 {
      let string = Self.text(1...60, Self.gaps, &random)
      let text = Text(string)
      for minimum in [MatchStrength.conflicting, .folded, .letterCase] {
        var found: [String] = []
        lexicon.forEachMatch(in: text, text.range, minimum: minimum) { match in
          let candidates = match.candidates.compactMap { candidate -> String? in
            guard case .cue(let index) = candidate.kind else { return nil }
            return "\(index) \(candidate.strength)"
          }
          found.append("\(match.range) " + candidates.joined(separator: ", "))
        }
        let expected = reference.matches(string, minimum: minimum)
        #expect(found == expected, "seed \(seed), text \(string.debugDescription), forms \(forms)")
      }
    }
  }

  @Test(arguments: 0..<100)
  func whoRemembersWordsFindsWhatOthersFind(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builder = LexiconBuilder()
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      try builder.add(Cue(Self.text(1...4, [" ", " ", "-", "'"], &random), .title))
    }
    let lexicon = try builder.lexicon()
    let filter = lexicon.filter { form in
      guard case .cue(let index) = form.kind else { return .never }
      return [.always, .capital, .never][index % 3]
    }
    let scanner = LexiconScanner(lexicon, filter)
    for _ in 0..<8 {
      let text = Text(Self.text(1...60, Self.gaps, &random))
      var expected: [String] = []
      lexicon.forEachMatch(in: text, text.range, filter: filter) { expected.append("\($0.range) \($0.candidates)") }
      var found: [String] = []
      scanner.forEachStretch(in: text, text.range) { stretch in
        var candidates: [LexiconCandidate] = []
        stretch.forEachCandidate { candidates.append($0) }
        if !candidates.isEmpty { found.append("\(stretch.range) \(candidates)") }
      }
      #expect(found == expected, "seed \(seed), text \(text.description.debugDescription)")
    }
  }

  @Test(arguments: 0..<50)
  func aFormIsFoundByLookingItUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let forms = (0..<20).map { _ in Self.text(1...4, [" ", "-", "'", ", "], &random) }
    var builder = LexiconBuilder()
    for form in forms { try builder.add(Cue(form, .title)) }
    let lexicon = try builder.lexicon()
    for (number, form) in forms.enumerated() {
      let candidates = lexicon.lookUp(form)
      #expect(candidates.contains { $0.kind == .cue(number) && $0.strength == .exact }, "\(form)")
    }
  }

  @Test func matchesDoNotDependOnWhereTheTextIsCutIntoBlocks() throws {
    var builder = LexiconBuilder()
    try builder.add(Cue("x y z", .title))
    let lexicon = try builder.lexicon()
    for words in 200..<600 where words % 7 == 0 || (250..<265).contains(words) {
      let text = Text(String(repeating: "a ", count: words) + "x y z")
      var ranges: [TextRange] = []
      lexicon.forEachMatch(in: text, text.range) { ranges.append($0.range) }
      #expect(ranges == [TextRange(words * 2, words * 2 + 5)])
    }
  }

  @Test func hostileTextCostsLinearTime() throws {
    var builder = LexiconBuilder()
    try builder.add(Cue("a a a a a a a a a a a a b", .title))
    try builder.add(Cue("xin chào", .title))
    let lexicon = try builder.lexicon()
    let texts = [
      String(repeating: "a ", count: 100_000), String(repeating: "x", count: 1_000_000),
      String(repeating: "(", count: 100_000), "a" + String(repeating: "\u{301}", count: 100_000),
      String(repeating: "\u{301}", count: 100_000), String(repeating: "'", count: 100_000),
      String(repeating: "\n", count: 100_000), String(repeating: "字", count: 100_000),
      String(repeating: "a-", count: 100_000), String(repeating: "\u{200B}", count: 100_000),
    ]
    for string in texts {
      let text = Text(string)
      // Some milliseconds where it is optimised; quadratic work would not end before the run's own limit.
      lexicon.forEachMatch(in: text, text.range) { _ in Issue.record("nothing is to be found") }
    }
  }
}

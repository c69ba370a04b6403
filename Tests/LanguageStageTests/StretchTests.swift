import Testing

@testable import LanguageStage

struct StretchTests {
  @Test func scoresOfAParagraphOfAnyLengthStayWithinBounds() {
    var stretch = Stretch(
      language: .english, start: 0, end: 1, words: 1, capitalised: 0, scores: LanguageScores(-900, -700, -10, -800),
      gapBefore: .none, gapAfter: .none)
    // As long as a paragraph of a billion words.
    for _ in 0..<30 { stretch.append(stretch) }
    #expect(stretch.scores.best == .english)
    #expect(stretch.scores.margin > 0)
    #expect(stretch.words == 1 << 30)
  }
}

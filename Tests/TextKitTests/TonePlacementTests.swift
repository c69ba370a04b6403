import StageKit
import TestSupport
import Testing
import TextKit

struct TonePlacementTests {
  @Test(arguments: [
    ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("Ủy", "Uỷ"), ("ỦY", "UỶ"), ("HÒA", "HOÀ"), ("loà", nil),
    ("óa", "oá"), ("ngụy", "nguỵ"), ("xõa", "xoã"), ("ho\u{300}a", "hoa\u{300}"), ("U\u{309}y", "Uy\u{309}"),
  ])
  func openSyllablesHaveTwoStyles(_ traditional: String, _ modern: String?) {
    guard let modern else {
      #expect(Vietnamese.placingTone(traditional, .modern) == nil)
      return
    }
    #expect(Vietnamese.placingTone(traditional, .modern).map { Array($0.utf8) } == Array(modern.utf8))
    #expect(Vietnamese.placingTone(modern, .traditional).map { Array($0.utf8) } == Array(traditional.utf8))
    #expect(Vietnamese.placingTone(traditional, .traditional) == nil)
    #expect(Vietnamese.placingTone(modern, .modern) == nil)
  }

  @Test(arguments: [
    "hoàn", "suýt", "huỳnh", "quý", "quỳ", "quả", "quẻ", "già", "giả", "của", "mía", "ngoáo", "khuỷu", "ngoài", "thuở",
    "huệ", "hoa", "bàr", "café", "Hòa-bình", "", "toàl", "hòan",
  ])
  func everythingElseStays(_ word: String) {
    #expect(Vietnamese.placingTone(word, .modern) == nil)
    #expect(Vietnamese.placingTone(word, .traditional) == nil)
  }

  @Test func editsTouchTwoVowelsOfEachSyllable() throws {
    let text: Text = "Hoà bình, UỶ BAN, thuỷ-lợi; quý hoá! (khoẻ)"
    let edits = Vietnamese.tonePlacementEdits(for: text, within: [text.range], .traditional, reason: "test.tone")
    #expect(try edits.apply(to: text) == "Hòa bình, ỦY BAN, thủy-lợi; quý hóa! (khỏe)")
    #expect(edits.map { text[$0.range] } == ["oà", "UỶ", "uỷ", "oá", "oẻ"])
    #expect(Set(edits.map(\.reason)) == ["test.tone"])
    let back = Vietnamese.tonePlacementEdits(
      for: try edits.apply(to: text), within: [text.range], .modern, reason: "test.tone")
    #expect(try back.apply(to: edits.apply(to: text)) == text)
  }

  @Test func wordsOutsideTheRangesStay() throws {
    let text: Text = "hoà hoà hoà"
    let edits = Vietnamese.tonePlacementEdits(
      for: text, within: [TextRange(0, 4), TextRange(5, 7), TextRange(10, 14)], .traditional, reason: "test.tone")
    #expect(try edits.apply(to: text) == "hòa hoà hòa")
  }

  @Test func foreignWordsStay() {
    let text: Text =
      "Ghadàa choàl hoàxyz Сoà toàñ hoà\u{331} xoooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooà"
    #expect(Vietnamese.tonePlacementEdits(for: text, within: [text.range], .traditional, reason: "x").isEmpty)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func editsAgreeWithSyllables(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var pieces: [String] = []
    for _ in 0..<200 {
      var syllable = AllSyllables.list.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) { syllable = Normaliser.normalise(syllable, .nfd) }
      if Int.random(in: 0..<4, using: &generator) == 0 { syllable = syllable.uppercased() }
      pieces.append(syllable)
      pieces.append([" ", "-", ", ", "\n", " 12 ", "’"].randomElement(using: &generator) ?? " ")
    }
    let text = Text(pieces.joined())
    for placement in TonePlacement.allCases {
      let edits = Vietnamese.tonePlacementEdits(for: text, within: [text.range], placement, reason: "test.tone")
      let expected = Text(pieces.map { Vietnamese.placingTone($0, placement) ?? $0 }.joined())
      let result = try edits.apply(to: text)
      #expect(result == expected, "seed \(seed)")
      let again = Vietnamese.tonePlacementEdits(for: result, within: [result.range], placement, reason: "test.tone")
      #expect(again.isEmpty, "seed \(seed)")
    }
  }
}

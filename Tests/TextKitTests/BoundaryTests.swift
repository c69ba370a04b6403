import StageKit
import TestSupport
import Testing
import TextKit

struct BoundaryTests {
  private func words(_ text: Text) -> [String] { Boundaries.words(in: text, text.range).map { text[$0.range] } }

  private func sentences(_ text: Text) -> [String] {
    let ends = [0] + Boundaries.sentences(in: text, text.range) + [text.count]
    return zip(ends, ends.dropFirst()).map { text[TextRange($0, $1)] }
  }

  @Test func aWordIsASyllableANumberOrAPunctuationMark() {
    let text: Text = "Hà Nội, ngày 1/7/2025: 1.234,5 don't (ILO)\u{A0}– e\u{302}\u{301}m"
    #expect(
      words(text) == [
        "Hà", "Nội", ",", "ngày", "1", "/", "7", "/", "2025", ":", "1.234,5", "don't", "(", "ILO", ")", "–", "ếm",
      ])
  }

  @Test func wordsHaveKinds() {
    let text: Text = "COVID19 12 % @ 漢字 x_1 _"
    #expect(
      Boundaries.words(in: text, text.range).map(\.kind) == [
        .letters, .number, .other, .other, .letters, .letters, .other,
      ])
  }

  @Test func scriptsWithoutSpacesAreCutByDictionary() {
    #expect(words("xin chào สวัสดีครับ 你好世界 end") == ["xin", "chào", "สวัสดี", "ครับ", "你好", "世界", "end"])
    #expect(words("한국어 text한글") == ["한국어", "text", "한글"])
    #expect(words("🇻🇳🇩🇪 👩‍👩‍👧x") == ["🇻🇳", "🇩🇪", "👩‍👩‍👧", "x"])
  }

  @Test func boundariesTileTheText() {
    let text: Text = "Một, hai\r\nba.  漢字かな\tสวัสดี 👍🏽!"
    let ends = [0] + Boundaries.wordBoundaries(in: text, text.range) + [text.count]
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 && text.isScalarBoundary($0) })
    let spans = Set(zip(ends, ends.dropFirst()).map { TextRange($0, $1) })
    #expect(Boundaries.words(in: text, text.range).allSatisfy { spans.contains($0.range) })
  }

  @Test func sentencesKeepTheSpaceBehindThem() {
    #expect(
      sentences("Trời mưa. “Ông đi đâu?” Tôi hỏi... và đi! Hết") == [
        "Trời mưa. ", "“Ông đi đâu?” ", "Tôi hỏi... và đi! ", "Hết",
      ])
    #expect(
      sentences("Tăng 3.5 % so với 2.000 đ. năm ngoái.\nDòng mới\r\nHết") == [
        "Tăng 3.5 % so với 2.000 đ. năm ngoái.\n", "Dòng mới\r\n", "Hết",
      ])
    #expect(sentences("TP. HCM") == ["TP. ", "HCM"])
    #expect(sentences("今日は。明日は。") == ["今日は。", "明日は。"])
  }

  @Test func whatLiesOutsideTheRangeHasNoInfluence() {
    let text: Text = "Một. Hai. ba"
    #expect(Boundaries.sentences(in: text, TextRange(0, 12)) == [7])
    #expect(Boundaries.sentences(in: text, TextRange(7, 12)) == [])
    #expect(Boundaries.words(in: text, TextRange(1, 4)).map(\.range) == [TextRange(1, 4)])
    #expect(Boundaries.words(in: "", TextRange(0, 0)).isEmpty && Boundaries.sentences(in: "", TextRange(0, 0)).isEmpty)
  }

  private static let alphabet: [UInt32] = [
    0x61, 0x41, 0x31, 0x20, 0x2E, 0x2C, 0x3A, 0x27, 0x22, 0x28, 0x29, 0x0A, 0x0D, 0x5F, 0x40, 0x21, 0x3F, 0x301, 0xAD,
    0x200D, 0x5D0, 0x1EC7, 0x2028, 0x85, 0xA0, 0x201C, 0x2019, 0x3002, 0x6F22, 0x3042, 0x30A2, 0xAC00, 0xE01, 0xE32,
    0x1F600, 0x1F1FB, 0x1F3FF, 0x231A, 0xFE0F, 0x2013, 0x3000, 0x661,
  ]

  @Test func eachLineIsCutLikeItself() {
    for seed in 0..<400 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var expectedWords: [Int] = []
      var expectedSentences: [Int] = []
      var bytes: [UInt8] = []
      for _ in 0..<6 {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<25, using: &generator) {
          if let value = Self.alphabet.randomElement(using: &generator), let scalar = Unicode.Scalar(value) {
            scalars.append(scalar)
          }
        }
        let line = Text(String(scalars) + "\n")
        expectedWords += Boundaries.wordBoundaries(in: line, line.range).map { $0 + bytes.count }
        expectedSentences += Boundaries.sentences(in: line, line.range).map { $0 + bytes.count }
        bytes += line.bytes
        expectedWords.append(bytes.count)
        expectedSentences.append(bytes.count)
      }
      // CR LF at a seam and marks at the start of a line are not made here: each line ends in a lone line feed.
      let text = Text(knownValid: bytes)
      let ends = Set(expectedWords.dropLast())
      let found = Boundaries.wordBoundaries(in: text, text.range)
      #expect(Set(found) == ends.filter { !Self.isInsideLineEnd(text, $0) }, "seed \(seed)")
      #expect(
        Boundaries.sentences(in: text, text.range)
          == expectedSentences.dropLast().filter { !Self.isInsideLineEnd(text, $0) }, "seed \(seed)")
    }
  }

  private static func isInsideLineEnd(_ text: Text, _ offset: Int) -> Bool {
    offset > 0 && offset < text.count && text.bytes[offset - 1] == 0x0D && text.bytes[offset] == 0x0A
  }

  @Test(arguments: [
    "a", ".", "a.", "e\u{301}", "\u{301}", "1.", "漢", ". 1", "'", "\u{5D0}\"", "\u{200D}", "🇻", "a:\u{301}",
  ])
  func aLongLineIsNoTrap(_ unit: String) {
    let text = Text(String(repeating: unit, count: 300_000 / unit.utf8.count))
    #expect(Boundaries.wordBoundaries(in: text, text.range).count <= text.count)
    #expect(Boundaries.sentences(in: text, text.range).count <= text.count)
  }

  @Test func manyThreadsCutAtOnce() async {
    let text: Text = "Xin chào. สวัสดีครับ 你好世界。 Hết rồi! Chưa?"
    let expected = Boundaries.wordBoundaries(in: text, text.range)
    await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<64 { group.addTask { Boundaries.wordBoundaries(in: text, text.range) } }
      for await found in group { #expect(found == expected) }
    }
  }
}

import StageKit
import TestSupport
import Testing

@testable import SentencesStage

struct SentenceLawTests {
  private static let pieces = [
    "a", "A", "Đ", ". ", ".", "! ", "? ", "… ", "...", " ", "\n", "\n\n", "\r\n", "“", "”", "(", ")", "[1]", "TP", "Mr",
    "No",
    "12", "v.v", "hộ", "Các", "。", "漢", "\u{A0}", "\u{301}", "\u{FEFF}", "\u{200B}", "😀", "-", "•", "1.", "ครับ", "।",
  ]

  private func randomText(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...90, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  /// Blocks that cut the text at random scalar boundaries.
  private func randomBlocks(_ text: Text, seed: UInt64) -> [Annotation] {
    var generator = SeededGenerator(seed: seed ^ 0xB10C)
    var blocks: [Annotation] = []
    var start = 0
    while start < text.count {
      var end = min(text.count, start + Int.random(in: 1...60, using: &generator))
      while !text.isScalarBoundary(end) { end += 1 }
      if Bool.random(using: &generator) {
        let type = Int.random(in: 0..<4, using: &generator) == 0 ? "heading" : "paragraph"
        blocks.append(Annotation(.block, type, TextRange(start, end), rule: "test"))
      }
      start = end
    }
    return blocks
  }

  @Test func `sentences are ordered, apart, trimmed, inside blocks, and hold all visible text`() throws {
    for seed in 0..<600 as Range<UInt64> {
      let text = Text(randomText(seed: seed))
      let blocks = seed.isMultiple(of: 2) ? randomBlocks(text, seed: seed) : []
      let (document, found) = try sentences(text.description, blocks)
      var last = 0
      for sentence in found {
        #expect(sentence.range.start >= last && !sentence.range.isEmpty, "seed \(seed)")
        #expect(isSpace(document.text, last, sentence.range.start), "seed \(seed)")
        let string = document.text[sentence.range].unicodeScalars
        #expect(string.first.map { !Scalars.isSpace($0.value) } ?? false, "seed \(seed)")
        #expect(string.last.map { !Scalars.isSpace($0.value) } ?? false, "seed \(seed)")
        for block in blocks where block.range.overlaps(sentence.range) {
          #expect(block.range.contains(sentence.range), "seed \(seed)")
        }
        last = sentence.range.end
      }
      #expect(isSpace(document.text, last, document.text.count), "seed \(seed)")
    }
  }

  private func isSpace(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    text[TextRange(start, end)].unicodeScalars.allSatisfy { Scalars.isSpace($0.value) }
  }

  @Test(arguments: [".", ". ", "(", ".)", "a. ", "a.b", "…", "\u{301}", "。", "। ", "“", ".\n", "[1", "A. "])
  func `hostile repetition is read in linear time`(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    #expect(!(try sentences(text).found.isEmpty))
  }
}

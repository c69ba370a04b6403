import StageKit
import TestSupport
import Testing
import TextKit

@testable import NormaliseStage

struct NormaliseLawTests {
  private static let pieces = [
    "hòa", "hoà", "ho\u{300}a", "hoa\u{300}", "Thuỷ", "thủy", "khoẻ", "kho\u{309}e", "Ðà", "ðinh", "Ðinh", "Ɖồng", "ɖe",
    "Đông",
    "Ðo\u{323}a", "Ðoạ", "Nóa", "bình", "Við", "the", " ", " ", " ", "\n", ", ", "'", "\"", "“", "”", "‘", "’", " - ",
    "--", "—", "–", "5",
    "\u{301}", "\u{323}\u{302}", "ﬁ", "A", "Thanh", "e\u{302}\u{301}", "漢", "\u{1100}\u{1161}", "HOÀ",
  ]
  private static let settings: [[String: Value]] = [
    [:], ["tone-marks": "traditional"], ["tone-marks": "modern"], ["form": "nfd", "tone-marks": "modern"],
    ["form": "nfkc", "quotes": "straight", "dashes": "en"], ["quotes": "curly", "tone-marks": "traditional"],
    ["form": "as-is", "dashes": "hyphen", "quotes": "curly", "tone-marks": "modern"],
  ]

  @Test(arguments: settings)
  func `a second run changes nothing, and the form is reached`(options: [String: Value]) throws {
    for seed in 0..<400 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let once = try normalise(text, options)
      let twice = try normalise(once.text, options)
      #expect(twice.edits.isEmpty, "seed \(seed): \(text) → \(once.text) → \(twice.text)")
      if let form = NormalForm(rawValue: options["form"]?.string ?? "nfc") {
        #expect(Normaliser.isNormalised(Text(once.text), form), "seed \(seed)")
      }
    }
  }

  @Test func `composed edits do what the edits do one after the other`() throws {
    for seed in 0..<500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = Text(String(repeating: "abcdefghij", count: 4))
      var steps = EditSteps(text)
      for _ in 0..<3 {
        let edits = try randomEdits(steps.text, using: &generator)
        try steps.take(edits)
      }
      #expect(try steps.edits.apply(to: text) == steps.text, "seed \(seed)")
    }
  }

  private func randomEdits(_ text: Text, using generator: inout SeededGenerator) throws -> EditList {
    var edits = EditList()
    let reason = edits.reason("test")
    var offset = 0
    while offset < text.count {
      let start = offset + Int.random(in: 0...6, using: &generator)
      let end = start + Int.random(in: 0...3, using: &generator)
      guard end <= text.count else { break }
      let replacement = "xyz".prefix(Int.random(in: 0...3, using: &generator))
      try edits.replace(TextRange(start, end), with: replacement.utf8, reason)
      offset = end + 1
    }
    return edits
  }

  @Test(arguments: ["\u{301}", "o\u{300}a", "hoà ", "Ðà ", "\"", "' ", " - ", "—", "Ð", "(“"])
  func `hostile repetition is read in linear time`(piece: String) throws {
    let text = "a" + String(repeating: piece, count: 100_000 / piece.utf8.count)
    for options in Self.settings { _ = try normalise(text, options) }
  }
}

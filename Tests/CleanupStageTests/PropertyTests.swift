import StageKit
import TestSupport
import Testing

@testable import CleanupStage

@Suite("Laws of the stage, over random damage")
struct PropertyTests {
  private static let words = [
    "Hà", "Nội", "phụ", "nữ", "workers", "and", "the", "protection", "informal", "area", "of", "social", "MOLISA", "in",
    "district", "3.5", "20,000", "72%", "“Safer", "city”", "well-known", "http://example.org/a,b", "a@example.org", "«",
    "»",
    "e.g.", "TP.", "protectionfor", "ininformal", "phụnữ", "informa-", "tion", "protection.The",
    "area,and the social protection of the workers", "người", "Safer city for girls",
  ]
  private static let damage = [
    " ", "  ", "   ", "\t", "\n", "\r\n", "\r", "\n\n", "\n\n\n", " ,", " .", ",", ".", "(", ")", " (, ", "( ", " )",
    "\u{A0}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{0}", "\u{2028}", "\u{C}", "\u{85}", "-\n", "\u{2003}", "\u{202E}",
    "\u{200D}", ",,", ", ,", " ;", " ?", " !", "...", " . . .", ":)", "|", "\u{AD}\n", "\u{301}", "\u{3000}", "א", "👩",
    ";", "\u{1}",
  ]

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      text += words.randomElement(using: &generator)!
      let marks = Int.random(in: 0...5, using: &generator)
      if marks < 3 { text += " " } else { for _ in 3...marks { text += damage.randomElement(using: &generator)! } }
    }
    return text
  }

  @Test("a second run finds nothing to do", arguments: 0..<40)
  func idempotent(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for round in 0..<50 {
      let text = Self.randomText(&generator)
      let once = try cleanUp(text)
      let twice = try cleanUp(once.text)
      #expect(
        twice.edits == [], "seed \(seed), round \(round): \(text.debugDescription) → \(once.text.debugDescription)")
    }
  }

  @Test("each edit changes something, and edits and source give the text", arguments: 0..<10)
  func edits(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    for _ in 0..<50 {
      let text = Self.randomText(&generator)
      let document = try cleanedDocument(text)
      var rebuilt: [UInt8] = []
      var copied = 0
      for record in document.edits.records {
        let source = try #require(record.source.first)
        #expect(document.edits.before(record) != document.edits.after(record))
        rebuilt += document.source.bytes[copied..<source.start]
        rebuilt += document.edits.after(record).utf8
        copied = source.end
      }
      rebuilt += document.source.bytes[copied...]
      #expect(rebuilt == document.text.bytes)
    }
  }

  @Test("letters, digits and their order survive", arguments: 0..<10)
  func lettersSurvive(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(2000 + seed))
    for _ in 0..<50 {
      let text = Self.randomText(&generator)
      let cleaned = try cleanUp(text, off: ["cleanup.repeated-heading"]).text
      func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isNumber }
      }
      #expect(letters(text) == letters(cleaned), "\(text.debugDescription)")
    }
  }

  @Test("any bytes that decode are taken", arguments: 0..<20)
  func randomBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(3000 + seed))
    for _ in 0..<20 {
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = try cleanUp(String(decoding: bytes, as: UTF8.self))
      let scalars = (0..<200).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x3FFF, using: &generator) &* (Bool.random(using: &generator) ? 1 : 9))
      }
      _ = try cleanUp(String(String.UnicodeScalarView(scalars)))
    }
  }

  @Test(
    "hostile text is finished",
    arguments: [
      String(repeating: "a", count: 400_000), String(repeating: "(", count: 100_000),
      String(repeating: "( ,", count: 50_000), String(repeating: " ", count: 400_000),
      String(repeating: "\n", count: 400_000), String(repeating: "\r", count: 200_000),
      String(repeating: " ,", count: 100_000), String(repeating: "a ,b ", count: 50_000),
      String(repeating: "a\u{301}\u{300}", count: 50_000), "e" + String(repeating: "\u{301}", count: 100_000),
      String(repeating: "x-\n", count: 50_000), String(repeating: "Same heading here\n\n", count: 10_000),
      String(repeating: "protectionfor ", count: 10_000), String(repeating: "\u{200B}a", count: 50_000),
      String(repeating: "a . ", count: 50_000), String(repeating: "\t \t", count: 50_000),
      String(repeating: "the social protectionfor workers . ", count: 5_000),
      String(repeating: "a ; ", count: 50_000), String(repeating: "a .\n", count: 50_000),
    ])
  func hostile(text: String) throws {
    _ = try cleanUp(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isNumber: Bool { properties.numericType != nil }
}

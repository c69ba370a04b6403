import StageKit
import TestSupport
import Testing
import TextKit

struct NormaliserTests {
  @Test func oneEditForEachPlaceThatChanges() throws {
    let text = Text("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t, ok")
    let edits = Normaliser.edits(for: text, to: .nfc, reason: "normalise.nfc")
    #expect(edits.map(\.range) == [TextRange(2, 7), TextRange(12, 17)])
    #expect(edits.map(\.reason) == ["normalise.nfc", "normalise.nfc"])
    #expect(edits.replacementText(at: 0) == "ế" && edits.replacementText(at: 1) == "ệ")
  }

  @Test(arguments: NormalForm.allCases)
  func plainTextNeedsNoEdit(_ form: NormalForm) {
    for text in ["", "a", "plain text, 100 %\n", "x y"] as [Text] {
      #expect(Normaliser.isNormalised(text, form))
      #expect(Normaliser.edits(for: text, to: form, reason: "x").isEmpty)
    }
  }

  @Test func compatibilityFormsBecomePlain() {
    #expect(Normaliser.normalise("ＡＢ１ ﬁ ²", .nfkc) == "AB1 fi 2")
  }

  @Test func rangesAreDrawnInToWholeSequences() throws {
    //              0  1 2      4 5      7 8
    let text = Text("e\u{301} e\u{301} e\u{301}")
    func result(_ ranges: [TextRange]) throws -> [UInt8] {
      try Normaliser.edits(for: text, to: .nfc, within: ranges, reason: "x").apply(to: text).bytes
    }
    #expect(try result([TextRange(4, 7)]) == Array("e\u{301} é e\u{301}".utf8))
    #expect(try result([TextRange(1, 7)]) == Array("e\u{301} é e\u{301}".utf8), "starts at a mark")
    #expect(try result([TextRange(0, 5)]) == Array("é e\u{301} e\u{301}".utf8), "ends before a mark")
    #expect(try result([TextRange(4, 5), TextRange(5, 7)]) == Array("e\u{301} é e\u{301}".utf8), "ranges touch")
    #expect(try result([TextRange(8, 11), TextRange(0, 3)]) == Array("é e\u{301} é".utf8), "not sorted")
    #expect(try result([TextRange(1, 3), TextRange(5, 5)]) == text.bytes)
    #expect(try result([]) == text.bytes)
    #expect(try result([TextRange(0, 99)]) == Array("é é é".utf8), "reaches past the end")
  }

  private static let alphabet: [UInt32] = [
    0x61, 0x65, 0x6F, 0x20, 0x41, 0xE9, 0x1EC7, 0x1A1, 0x300, 0x301, 0x302, 0x323, 0x31B, 0x316, 0x345, 0x344, 0x340,
    0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x9C7, 0x9BE, 0xF71, 0xF72, 0xFB01, 0xFF21, 0xFF76, 0xFF9E, 0x212B,
    0x2126, 0x1F600, 0x1D15E, 0x1D165, 0x110B9, 0x110BA, 0x3099, 0x304B, 0xFDFA, 0x2000, 0x958,
  ]

  /// Swift's own comparison is by canonical equivalence: an oracle that shares no code with ICU (U+0F73 aside, a mark
  /// of class 0 that decomposes, which Swift 6.3 does not reorder).
  @Test(arguments: 0..<60 as Range<UInt64>)
  func randomTextKeepsItsMeaning(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<3_000, using: &generator) {
      guard let value = Self.alphabet.randomElement(using: &generator), let scalar = Unicode.Scalar(value) else {
        continue
      }
      let repeats = Int.random(in: 0..<200, using: &generator) == 0 ? 300 : 1
      for _ in 0..<repeats { scalars.append(scalar) }
    }
    let text = Text(String(scalars))
    for form in NormalForm.allCases {
      let edits = Normaliser.edits(for: text, to: form, reason: "x")
      let result = try edits.apply(to: text)
      #expect(Normaliser.isNormalised(result, form), "seed \(seed)")
      #expect(Normaliser.edits(for: result, to: form, reason: "x").isEmpty, "seed \(seed)")
      if form != .nfkc { #expect(result.description == text.description, "seed \(seed)") }
      // What an alignment made of these edits calls untouched is untouched.
      let alignment = Alignment(identity: text.count).applying(edits)
      #expect(alignment.textLength == result.count, "seed \(seed)")
      for edit in edits where text[edit.range].utf8.elementsEqual(result[edit.newRange].utf8) {
        Issue.record("an edit that changes nothing, seed \(seed)")
      }
    }
    // Piece by piece gives the whole.
    let cuts = (0..<20).map { _ in Int.random(in: 0...text.count, using: &generator) }.filter(text.isScalarBoundary)
    let ends = ([0] + cuts.sorted() + [text.count])
    let ranges = zip(ends, ends.dropFirst()).map { TextRange($0, $1) }.shuffled(using: &generator)
    let pieces = try Normaliser.edits(for: text, to: .nfc, within: ranges, reason: "x").apply(to: text)
    #expect(try pieces == Normaliser.edits(for: text, to: .nfc, reason: "x").apply(to: text), "seed \(seed)")
  }

  @Test(arguments: NormalForm.allCases)
  func marksByTheHundredThousandAreSorted(_ form: NormalForm) throws {
    // ICU alone takes a minute over these.
    let marks = String(repeating: "\u{301}\u{316}\u{323}", count: 200_000)
    let text = Text("xe" + marks + "y")
    #expect(!Normaliser.isNormalised(text, form))
    let result = try Normaliser.edits(for: text, to: form, reason: "x").apply(to: text)
    #expect(Normaliser.isNormalised(result, form))
    #expect(result.count == text.count - (form == .nfd ? 0 : 1))
  }

  @Test(arguments: [
    ("<\u{338}", "≮"), ("\u{A8}\u{301}", "\u{385}"), ("o\u{301}\u{31B}\u{331}", "ớ\u{331}"), ("x\u{301}y", "x\u{301}y"),
    ("e\u{301}\u{302}", "é\u{302}"), ("ê\u{323}", "ệ"), ("ẹ\u{302}", "ệ"), ("s\u{307}\u{323}", "ṩ"),
    ("u\u{308}\u{301}", "ǘ"),
    ("a\u{34F}\u{301}", "a\u{34F}\u{301}"), ("a\u{1DCA}\u{301}", "á\u{1DCA}"), ("и\u{306}", "й"),
  ])
  func lettersComposeWithTheirMarks(_ decomposed: String, _ composed: String) {
    #expect(Array(Normaliser.normalise(decomposed, .nfc).utf8) == Array(composed.utf8))
  }

  @Test func aLongLineWithoutBoundariesIsNoTrap() {
    let text = Text(String(repeating: "\u{11A8}", count: 500_000))
    #expect(Normaliser.isNormalised(text, .nfc))
    #expect(Normaliser.edits(for: text, to: .nfc, reason: "x").isEmpty)
  }
}

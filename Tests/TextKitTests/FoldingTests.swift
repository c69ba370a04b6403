import TestSupport
import Testing
import TextKit

struct FoldingTests {
  @Test(arguments: [
    ("Hà Nội", "hà nội"), ("ĐÔNG ANH", "đông anh"), ("ＭＯＬＩＳＡ　１", "molisa 1"), ("STRAẞE", "strasse"),
    ("e\u{323}\u{302}", "ệ"),
    ("I\u{307}", "i\u{307}"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("ﾊﾟ", "パ"), ("Ñandú", "ñandú"), ("n\u{303}", "ñ"),
    ("a\u{300}\u{316}", "a\u{316}\u{300}".precomposed), ("", ""), ("\u{301}", "\u{301}"), ("ǅ", "ǆ"),
  ])
  func letterCaseKeepsDiacritics(_ string: String, _ key: String) {
    #expect(Array(Folding.key(string, .letterCase).utf8) == Array(key.utf8))
  }

  @Test(arguments: [
    ("Hoà", "hòa"), ("hòa", "hòa"), ("hòan thành", "hoàn thành"), ("QÚY", "quý"), ("gìa", "già"), ("UỶ BAN", "ủy ban"),
    ("khoe\u{309}", "khỏe"), ("thúê", "thuế"), ("café", "café"), ("hoà1", "hòa1"), ("Hoàxy", "hoàxy"),
    ("một hoà", "một hòa"),
    ("ñoà", "ñoà"), ("(hoà)", "(hòa)"), ("uỳ–uỵ", "ùy–ụy"),
  ])
  func tonePlacementPutsTonesInOnePlace(_ string: String, _ key: String) {
    #expect(Array(Folding.key(string, .tonePlacement).utf8) == Array(key.utf8))
  }

  @Test(arguments: [
    ("Đường Nguyễn Huệ", "duong nguyen hue"), ("ĐẮK LẮK", "dak lak"), ("Łódź", "lodz"), ("Ærø", "aero"),
    ("straße", "strasse"),
    ("Þórður", "thordur"), ("“Việt–Nam”", "\"viet-nam\""), ("O’Brien", "o'brien"), ("Ha\u{A0}Noi", "ha noi"),
    ("\u{301}e\u{301}\u{302}\u{316}", "e"), ("Ёлка", "елка"), ("हिन्दी", "हिन्दी"), ("İstanbul ılık", "istanbul ilik"),
  ])
  func diacriticsLeaveASCII(_ string: String, _ key: String) {
    #expect(Array(Folding.key(string, .diacritics).utf8) == Array(key.utf8))
  }

  @Test func appendingKeepsWhatIsThere() {
    var key: [UInt8] = Array("hoà ".utf8)
    Array("Hoà".utf8).withUnsafeBufferPointer { Folding.append($0, .tonePlacement, to: &key) }
    #expect(String(decoding: key, as: UTF8.self) == "hoà hòa")
  }

  private static let alphabet: [Character] =
    Array("aAeoOuyđĐÐñçßæøﬁ ,-’“éệỆươơ1.") + [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}", "\u{307}", "\u{316}",
      "\u{345}", "\u{344}", "я", "漢", "Ａ", "ﾊ", "ﾞ", "\u{1F600}", "İ", "K", "ẛ", "\u{200D}", "ा",
    ]

  /// Random strings, of Latin mostly, with marks in every order.
  private static func string(_ generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<40, using: &generator) {
      if let next = alphabet.randomElement(using: &generator) { scalars += next.unicodeScalars }
    }
    return String(scalars)
  }

  @Test(arguments: FoldingLevel.allCases)
  func foldingIsStableAndBlindToNormalForm(_ level: FoldingLevel) {
    for seed in 0..<3_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let string = Self.string(&generator)
      let key = Array(Folding.key(string, level).utf8)
      #expect(Array(Folding.key(String(decoding: key, as: UTF8.self), level).utf8) == key, "seed \(seed)")
      for form in [NormalForm.nfc, .nfd] {
        let other = Array(Folding.key(Normaliser.normalise(string, form), level).utf8)
        #expect(other == key, "seed \(seed): \(string.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test func eachLevelForgivesWhatTheOneBeforeDoes() {
    for seed in 0..<1_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let string = Self.string(&generator)
      let cased = Folding.key(string, .letterCase)
      let toned = Folding.key(string, .tonePlacement)
      #expect(Folding.key(cased, .tonePlacement) == toned, "seed \(seed)")
      #expect(Folding.key(toned, .diacritics) == Folding.key(string, .diacritics), "seed \(seed)")
    }
  }

  @Test func partsFoldLikeTheWhole() {
    // Words are folded one by one when matching, whole names when compiling.
    for seed in 0..<500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let words = (0..<5).map { _ in Self.string(&generator).split(separator: " ").joined(separator: "-") }
      for level in FoldingLevel.allCases {
        let parts = words.map { Array(Folding.key("x" + $0, level).utf8) }.joined(separator: [0x20])
        let whole = Folding.key(words.map { "x" + $0 }.joined(separator: " "), level)
        #expect(Array(parts) == Array(whole.utf8), "seed \(seed), \(level)")
      }
    }
  }

  @Test func marksByTheThousandTakeNoTime() {
    let string = "a" + String(repeating: "\u{301}\u{316}", count: 50_000)
    #expect(Folding.key(string, .letterCase).unicodeScalars.count == 100_000)
    #expect(Folding.key(string, .diacritics) == "a")
  }
}

extension String {
  fileprivate var precomposed: String { Normaliser.normalise(self, .nfc) }
}

import Lexicon
import StageKit
import Testing

@Suite struct MatchingTests {
  @Test(arguments: [
    ("in Hanoi.", ["Hanoi: place:ha-noi exact"]),
    ("in HANOI", ["HANOI: place:ha-noi letter-case"]),
    ("ở Hà Nội", ["Hà Nội: place:ha-noi exact"]),
    ("ở HÀ NỘI", ["HÀ NỘI: place:ha-noi letter-case"]),
    ("in Ha Noi", ["Ha Noi: place:ha-noi folded, place:ha-noi exact"]),
    ("in Ha-Noi", ["Ha-Noi: place:ha-noi folded, place:ha-noi exact"]),
    ("tỉnh Hoà Bình", ["Hoà Bình: place:hoa-binh tone-placement"]),
    ("tỉnh Hòa bình", ["Hòa bình: place:hoa-binh letter-case"]),
    ("Viêt Nam", ["Viêt Nam: place:viet-nam folded"]),
    ("Hà\nNội, Hà\r\n  Nội", ["Hà\nNội: place:ha-noi exact", "Hà\r\n  Nội: place:ha-noi exact"]),
    ("Hà\u{A0}Nội", ["Hà\u{A0}Nội: place:ha-noi exact"]),
  ])
  func placesAreFoundHoweverTheyAreWritten(text: String, expected: [String]) throws {
    #expect(try Samples.lexicon().found(text) == expected)
  }

  @Test(arguments: [
    "Hà\n\nNội", "Hà  Nội", "Hà\tNội", "Hà, Nội", "Hà (Nội)", "Shanghai Noida", "Hanoians", "Hà\u{2029}Nội",
    "Hà\n- Nội",
    "Hà -- Nội", "HàNội",
  ])
  func namesDoNotGoAcrossABreakOrEndInsideAWord(text: String) throws {
    #expect(try Samples.lexicon().found(text) == [])
  }

  @Test func decomposedTextMatchesLikeComposed() throws {
    let lexicon = try Samples.lexicon()
    let decomposed = "H\u{61}\u{300} N\u{6F}\u{323}\u{302}i, Ho\u{300}a Bi\u{300}nh, Hoa\u{300} Bi\u{300}nh"
    #expect(
      lexicon.found(decomposed).map { $0.split(separator: ": ", maxSplits: 1)[1] } == [
        "place:ha-noi exact", "place:hoa-binh exact", "place:hoa-binh tone-placement",
      ])
  }

  @Test func apostrophesOfEitherKindMatchAndAPossessiveStaysOutside() throws {
    let lexicon = try Samples.lexicon()
    #expect(lexicon.found("Women's Union") == ["Women's Union: org:womens-union exact"])
    #expect(lexicon.found("the Women’s Union’s plan") == ["Women’s Union: org:womens-union exact"])
    #expect(lexicon.found("MOLISA's") == ["MOLISA: org:molisa exact"])
  }

  @Test func dashesOfAnyKindBetweenWordsMatchAlike() throws {
    let lexicon = try Samples.lexicon()
    for dash in [" - ", " – ", "-", " ", "–", " -\n"] {
      let text = "Bộ Lao động\(dash)Thương binh và Xã hội"
      #expect(lexicon.found(text) == ["\(text): org:molisa exact"])
    }
  }

  @Test func abbreviationsSayWhenTheirCaseDiffers() throws {
    let lexicon = try Samples.lexicon()
    #expect(
      lexicon.found("WHO, who and M-Net or mnet, M Net") == [
        "WHO: org:who exact", "who: org:who letter-case", "M-Net: org:light exact", "M Net: org:light exact",
      ])
  }

  @Test func anotherWordWithOtherDiacriticsIsReportedOnlyWhereAskedFor() throws {
    let lexicon = try Samples.lexicon()
    #expect(lexicon.found("bạn") == [])
    #expect(
      lexicon.found("bạn", minimum: .conflicting) == ["bạn: cue org-head conflicting, place:ban conflicting"]
        || lexicon.found("bạn", minimum: .conflicting) == ["bạn: place:ban conflicting, cue org-head conflicting"])
    #expect(
      lexicon.found("Hà Nôị", minimum: .conflicting) == [
        "Hà Nôị: place:ha-noi tone-placement, place:ha-noi conflicting"
      ])
    #expect(lexicon.found("Ha Noi", minimum: .tonePlacement) == ["Ha Noi: place:ha-noi exact"])
  }

  @Test func cuesPatternsAndDemonymsAreFound() throws {
    let lexicon = try Samples.lexicon()
    #expect(
      lexicon.found("the Belgian Embassy, Embassy of Belgium seated in TP. Hà Nội") == [
        "Belgian: adjective of place:belgium exact", "Embassy of: org:pattern-embassy[0] exact",
        "Belgium: place:belgium exact", "seated in: org:pattern-embassy[2] exact", "TP.: cue place-unit exact",
        "Hà Nội: place:ha-noi exact",
      ])
  }

  @Test func lettersOfOtherScriptsMatchWholeWords() throws {
    let lexicon = try Samples.lexicon()
    #expect(
      lexicon.found("Владивосток владивосток (東京) 東京都") == [
        "Владивосток: place:vladivostok exact", "владивосток: place:vladivostok letter-case",
        "東京: place:vladivostok exact",
      ])
  }

  @Test func longerMatchesComeFirstAndNestedOnesAreReportedToo() throws {
    var builder = LexiconBuilder()
    try builder.add(
      Concept(
        id: "a", type: "t",
        forms: [Form("bank", .nameEn), Form("bank of the south", .nameEn), Form("the south", .nameEn)]))
    #expect(
      try builder.lexicon().found("Bank of the South") == [
        "Bank of the South: a letter-case", "Bank: a letter-case", "the South: a letter-case",
      ])
  }

  @Test func onlyTheRangeIsSearched() throws {
    let lexicon = try Samples.lexicon()
    let text: Text = "Hà Nội Hà Nội Hà Nội"
    var ranges: [TextRange] = []
    lexicon.forEachMatch(in: text, TextRange(10, 22)) { ranges.append($0.range) }
    #expect(ranges == [TextRange(10, 19)])
    lexicon.forEachMatch(in: text, TextRange(10, 10)) { _ in Issue.record("nothing is in an empty range") }
    lexicon.forEachMatch(in: "", TextRange(0, 0)) { _ in Issue.record("nothing is in an empty text") }
  }

  @Test func candidatesMayBeKept() throws {
    let lexicon = try Samples.lexicon()
    let text: Text = "Hanoi, MOLISA, WHO"
    var kept: [LexiconMatch] = []
    lexicon.forEachMatch(in: text, text.range) { kept.append($0) }
    #expect(
      kept.map { lexicon.name(of: $0.candidates[$0.candidates.startIndex]) } == [
        "place:ha-noi exact", "org:molisa exact", "org:who exact",
      ])
  }

  @Test func aWholeNameCanBeLookedUp() throws {
    let lexicon = try Samples.lexicon()
    func names(_ name: String) -> [String] { lexicon.lookUp(name).map { lexicon.name(of: $0) } }
    #expect(names("  HÀ  NỘI ") == ["place:ha-noi letter-case"])
    #expect(names("ministry of labour, invalids and social affairs") == ["org:molisa letter-case"])
    #expect(names("Ministry of Labour") == [])
    #expect(names("Hà Nội city") == [])
    #expect(names("") == [])
    #expect(names("...") == [])
    let text: Text = "in Hanoi"
    #expect(lexicon.lookUp(in: text, TextRange(3, 8)).map { lexicon.surface(of: $0.entry) } == ["Hanoi"])
  }
}

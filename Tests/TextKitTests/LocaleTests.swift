import Testing
import TextKit

struct LocaleTests {
  private func sorted(_ words: [String], _ locale: CollationLocale) -> [String] {
    words.sorted {
      Collation.sortKey($0, locale).lexicographicallyPrecedes(Collation.sortKey($1, locale))
    }
  }

  @Test func vietnameseRanksTonesAndItsOwnLetters() {
    let expected = ["ma", "mà", "mả", "mã", "má", "mạ", "măng", "mâm", "mẹ"]
    #expect(sorted(expected.reversed(), .vietnamese) == expected)
    #expect(sorted(["đá", "dạ", "êm", "eo", "dung"], .vietnamese) == ["dạ", "dung", "đá", "eo", "êm"])
  }

  @Test func englishIgnoresWhatIsNotItsOwn() {
    #expect(sorted(["zoo", "Éclair", "apple", "Delta", "đá"], .english).first == "apple")
    #expect(sorted(["resume", "résumé", "Resume", "rest"], .english) == ["rest", "resume", "Resume", "résumé"])
  }

  @Test func keysAreBlindToNormalForm() {
    for locale in CollationLocale.allCases {
      #expect(Collation.sortKey("Việt", locale) == Collation.sortKey(Normaliser.normalise("Việt", .nfd), locale))
      #expect(Collation.sortKey("", locale).count <= 2)
    }
  }

  @Test(arguments: [
    ("VN", "Việt Nam", "Vietnam"), ("DE", "Đức", "Germany"), ("BE", "Bỉ", "Belgium"), ("ID", "Indonesia", "Indonesia"),
    ("035", "Đông Nam Á", "Southeast Asia"),
  ])
  func regionsHaveNamesInBothLanguages(_ code: String, _ vietnamese: String, _ english: String) {
    #expect(Regions.name(of: code, in: .vietnamese) == vietnamese)
    #expect(Regions.name(of: code, in: .english) == english)
  }

  @Test(arguments: ["", "Q", "ZX", "vn", "V N", "VIETNAM", "Đ", "../"])
  func otherCodesHaveNone(_ code: String) {
    #expect(Regions.name(of: code, in: .english) == nil)
  }

  @Test func codesAreThoseOfTheCountries() {
    #expect(Regions.codes.count > 240 && Regions.codes == Regions.codes.sorted())
    #expect(Set(["VN", "DE", "US", "TL", "XK"]).subtracting(Regions.codes).count <= 1)
  }
}

import StageKit
import Testing

@testable import GlossaryLinksStage

struct TermLinkTests {
  @Test("Terms are marked without a target", arguments: ["on gender equality", "về bình đẳng giới", "Gender Equality"])
  func termsAreMarked(_ text: String) throws {
    let link = try #require(try LinkedText(text).links.first)
    #expect(link.type == "term")
    #expect(link.target == nil)
    #expect(link[attribute: "concept"]?.string == "term:gender")
  }

  @Test("Terms inside names are left alone")
  func namesKeepTermsOut() throws {
    #expect(
      try LinkedText("[organisation: Gender Equality Fund] and [place: Hà Nội]").links.allSatisfy { $0.type != "term" })
  }

  @Test("A term without diacritics counts only in Vietnamese without diacritics")
  func foldedTerms() throws {
    #expect(try LinkedText("ve binh dang gioi").links.isEmpty)
    let link = try #require(try LinkedText("ve binh dang gioi", plain: true).links.first)
    #expect(link[attribute: "match"]?.string == "folded")
  }

  @Test("Doubtful abbreviations are not terms")
  func cautiousAbbreviations() throws {
    #expect(try LinkedText("GE in 2020").links.isEmpty)
    #expect(try LinkedText("BĐG năm 2020").links.count == 1)
  }

  @Test("Terms can be switched off")
  func termsOff() throws { #expect(try LinkedText("gender equality", terms: false).links.isEmpty) }

  @Test("Long texts of one term take linear time")
  func longTexts() throws {
    let linked = try LinkedText(String(repeating: "gender equality, ", count: 20_000))
    #expect(linked.links.count == 20_000)
  }
}

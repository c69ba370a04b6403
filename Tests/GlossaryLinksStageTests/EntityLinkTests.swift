import StageKit
import Testing

@testable import GlossaryLinksStage

struct EntityLinkTests {
  @Test(
    "A name is linked, and the link says how it matched",
    arguments: [
      ("[organisation: Ministry of Labour]", "exact"), ("[organisation: MOLISA]", "abbreviation"),
      ("[organisation: MINISTRY OF LABOUR]", "case"), ("[organisation: Bo Lao dong]", "folded"),
    ])
  func matches(_ marked: String, _ match: String) throws {
    let linked = try LinkedText(marked)
    let link = try #require(linked.links.first)
    #expect(link[attribute: "concept"]?.string == "org:molisa")
    #expect(link[attribute: "match"]?.string == match)
    #expect(link.rule == "link.\(match)")
    #expect(link.target == linked.document.annotations(in: .entity).first?.id)
  }

  @Test("What one document says of a name does not stay for the next")
  func documentsApart() throws {
    let linker = GlossaryLinker(TestLexicon.shared, marksTerms: true, hasDefinitions: true)
    let texts = [
      "[organisation: Network of Action for Migrant Workers] ([organisation: M-Net])", "[organisation: M-Net]",
      "[place: Yên Phụ], [place: Tây Hồ]", "[place: Yên Phụ], [place: Yên Phong]", "[place: Yên Phụ]",
      "[place: Hòa Lạc]", "binh dang gioi", "bạo lực giới và bình đẳng giới",
    ]
    for _ in 0..<2 {
      for text in texts {
        for (plain, date) in [(false, "2020-01-01"), (true, "2026-01-01"), (false, nil)] {
          let linked = try LinkedText(text, plain: plain, date: date, by: linker)
          #expect(linked.links == (try LinkedText(text, plain: plain, date: date).links), "\(text)")
        }
      }
    }
  }

  @Test("Another place of the tone mark is a tone match")
  func toneMatch() throws {
    let linked = try LinkedText("[place: Hoà Lạc]", date: "2026-01-01")
    #expect(linked.links.first?[attribute: "match"]?.string == "tone")
  }

  @Test("An abbreviation in small letters is not one")
  func abbreviationNeedsCase() throws {
    #expect(try LinkedText("[organisation: molisa]").links.isEmpty)
  }

  @Test("A link names its concept, and the document knows names, definitions, the end and the successor")
  func conceptFacts() throws {
    let linked = try LinkedText("[organisation: MOLISA], [organisation: Ministry of Labour], [organisation: Mnet]")
    let link = try #require(linked.links.first)
    #expect(link.attributes.map(\.name) == ["concept", "match", "candidates"])
    #expect(link[attribute: "candidates"] == [["org:molisa", 0.95]])
    #expect(linked.document.concepts.map(\.id) == ["org:molisa", "org:m-net"])
    let facts = try #require(linked.document.concepts["org:molisa"])
    #expect(facts.type == "state")
    #expect(facts.name == .init(vi: "Bộ Lao động", en: "Ministry of Labour"))
    #expect(facts.definition == .init(vi: "Bộ lo việc làm.", en: "The ministry of work."))
    #expect(facts.validTo == "2025-02-28")
    #expect(facts.successors == ["org:moha"])
  }

  @Test("A place is told from its namesakes by the places above it")
  func ancestorsDecide() throws {
    let linked = try LinkedText("[place: Yen Phu], [place: Tay Ho], [place: Ha Noi]")
    #expect(linked.concept("Yen Phu") == "unit:yen-phu-2")
    let other = try LinkedText("[place: Yên Phụ], [place: Yên Phong]. See [place: Tây Hồ].")
    #expect(other.concept("Yên Phụ") == "unit:yen-phu-1")
  }

  @Test("The nearest place above counts most")
  func nearestAncestorDecides() throws {
    let linked = try LinkedText("[place: Hà Nội]. [place: Yên Phụ] is in [place: Yên Phong].")
    #expect(linked.concept("Yên Phụ") == "unit:yen-phu-1")
    let candidates = try #require(linked.link("Yên Phụ")?[attribute: "candidates"]?.list)
    #expect(candidates.first == ["unit:yen-phu-1", 1])
  }

  @Test("Without evidence a tie stays a tie")
  func tiesStay() throws {
    let link = try #require(try LinkedText("[place: Yên Phụ]").links.first)
    #expect(link[attribute: "tie"]?.bool == true)
    #expect(link[attribute: "concept"] == nil)
    #expect(link[attribute: "candidates"]?.list?.count == 2)
  }

  @Test("The date of the document chooses between old and new units")
  func datesDecide() throws {
    #expect(try LinkedText("[place: Hòa Lạc]", date: "2016-05-01").concept("Hòa Lạc") == "unit:old-hoa")
    #expect(try LinkedText("[place: Hòa Lạc]", date: "2026-05-01").concept("Hòa Lạc") == "unit:new-hoa")
    #expect(try LinkedText("[date|iso=2016-05-01: 1/5/2016] [place: Hòa Lạc]").concept("Hòa Lạc") == "unit:old-hoa")
  }

  @Test("A unit word that the lexicon does not hold with the name is set aside")
  func unitsAreSetAside() throws {
    let link = try #require(try LinkedText("[place: Hoan Kiem district]").links.first)
    #expect(link[attribute: "concept"]?.string == "unit:hoan-kiem")
    #expect(link[attribute: "match"]?.string == "name")
  }

  @Test("A short name in brackets stands for the long one before it, also later")
  func definitions() throws {
    let text =
      "[organisation: Network of Action for Migrant Workers] ([organisation: M-Net]) met. [organisation: M-Net] wrote."
    let linked = try LinkedText(text)
    let short = linked.links.filter { linked.document.text[$0.range] == "M-Net" }
    #expect(short.count == 2)
    for link in short {
      #expect(link[attribute: "concept"]?.string == "org:m-net")
      #expect(link[attribute: "match"]?.string == "defined")
    }
  }

  @Test("A name made after a pattern links to the pattern and its place")
  func patterns() throws {
    let linked = try LinkedText("[organisation|pattern=pattern:committee: UBND [place: quận Tây Hồ]]")
    let link = try #require(linked.link("UBND quận Tây Hồ"))
    #expect(link[attribute: "pattern"]?.string == "pattern:committee")
    #expect(link[attribute: "place"]?.string == "unit:tay-ho")
    #expect(link[attribute: "concept"] == nil)
  }

  @Test("Persons and dates are not linked")
  func othersAreNotLinked() throws {
    #expect(try LinkedText("[person: Tây Hồ] [date: Hà Nội]").links.isEmpty)
  }
}

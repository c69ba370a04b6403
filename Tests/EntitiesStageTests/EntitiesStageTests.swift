import StageKit
import Testing

@testable import EntitiesStage

struct EntitiesStageTests {
  static let examples: [(rule: String, example: RuleDescription.Example)] = EntitiesFactory().descriptions
    .flatMap(\.rules).flatMap { rule in rule.examples.map { (rule.id, $0) } }

  @Test("The examples of the rules hold", arguments: examples)
  func examplesHold(_ rule: String, _ example: RuleDescription.Example) throws {
    #expect(try marked(example.before) == example.after, "example of \(rule)")
  }

  @Test("A rule with an example fires in it", arguments: EntitiesFactory().descriptions.flatMap(\.rules).map(\.id))
  func rulesFire(_ id: String) throws {
    let rule = try #require(EntitiesRules.all.first { $0.id == id })
    let fired = try rule.examples.flatMap { try entities(in: $0.before).map(\.rule) }
    #expect(fired.contains(id))
  }

  @Test("Only the types asked for are marked")
  func typesAreFiltered() throws {
    #expect(try marked("MOLISA in Hanoi, 2016", types: [.place]) == "MOLISA in [place: Hanoi], 2016")
  }

  @Test("An organisation that the lexicon knows with its country gives two names")
  func organisationAndCountry() throws {
    #expect(try marked("Oxfam in Kenya pays.") == "[organisation: Oxfam] in [place: Kenya] pays.")
  }

  @Test("A venue keeps the city it is named after")
  func venueKeepsCity() throws {
    #expect(try marked("at Hanoi Club, today") == "at [place: [place: Hanoi] Club], today")
  }

  @Test("No name goes across a blank line or a tab")
  func breaksPartNames() throws {
    #expect(try marked("UBND\n\ntỉnh Quảng Trị") == "UBND\n\n[place: tỉnh Quảng Trị]")
    #expect(try marked("Kim Chung\tcommune").contains("[") == false)
  }

  @Test("Folded names say so and score less")
  func foldedNamesSaySo() throws {
    let exact = try #require(try entities(in: "ở Quảng Trị").first)
    let folded = try #require(try entities(in: "a bridge in Quang Tri").first)
    #expect(folded[attribute: "match"]?.string == "folded")
    #expect(folded[attribute: "concept"]?.string == "unit:quang-tri")
    #expect(folded.score < exact.score)
  }

  @Test(
    "Dates carry their ISO form",
    arguments: [
      ("15th December 2016", "2016-12-15"), ("15/12/2016", "2016-12-15"), ("tháng 8/2016", "2016-08"),
      ("22nd to 24th August 2016", "2016-08-22/2016-08-24"), ("2016-2020", "2016/2020"), ("2016-12-15", "2016-12-15"),
      ("15 tháng 12 năm 2016", "2016-12-15"),
    ])
  func isoDates(_ text: String, _ iso: String) throws {
    #expect(try entities(in: text).first?[attribute: "iso"]?.string == iso)
  }

  @Test("A pattern names itself")
  func patternNamesItself() throws {
    let entity = try #require(try entities(in: "UBND tỉnh Quảng Trị").first)
    #expect(entity[attribute: "pattern"]?.string == "pattern:committee")
  }

  @Test("Empty and blank texts have no entities", arguments: ["", " ", "\n\n\t\u{FEFF}"])
  func emptyTexts(_ text: String) throws { #expect(try entities(in: text).isEmpty) }
}

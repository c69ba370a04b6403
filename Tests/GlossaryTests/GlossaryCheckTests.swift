import Glossary
import Testing

@Suite struct GlossaryCheckTests {
  /// Cells of one row, and the fault they give.
  @Test(arguments: [
    (["id": ""], "error: id: empty-id"),
    (["id": "Org:A"], "error: id: bad-id"),
    (["id": "org"], "error: id: bad-id"),
    (["id": "org:a b"], "error: id: bad-id"),
    (["id": "org:a", "type": "ngoo"], "error: type: unknown-type"),
    (["id": "org:a", "type": ""], "error: type: unknown-type"),
    (["id": "org:a", "name_vi": "", "name_en": ""], "error: name_vi: empty-name"),
    (["id": "org:a", "name_en": ""], "warning: name_en: empty-name"),
    (["id": "org:a", "parent": "org:b"], "error: parent: dangling-parent"),
    (["id": "org:a", "parent": "org:a"], "error: parent: own-parent"),
    (["id": "org:a", "successor": "org:b"], "error: successor: dangling-successor"),
    (["id": "org:a", "valid_from": "2025-02-29"], "error: valid_from: bad-date"),
    (["id": "org:a", "valid_from": "1/7/2025"], "error: valid_from: bad-date"),
    (["id": "org:a", "valid_to": "2025-13"], "error: valid_to: bad-date"),
    (["id": "org:a", "valid_from": "2025-07-01", "valid_to": "2025-06-30"], "error: valid_to: dates-reversed"),
    (["id": "org:a", "name_vi": "Ha\u{300} No\u{323}\u{302}i"], "warning: name_vi: not-nfc"),
    (["id": "org:a", "name_vi": "Hà  Nội"], "warning: name_vi: stray-space"),
    (["id": "org:a", "name_vi": "Hà Nội "], "warning: name_vi: stray-space"),
    (["id": "org:a", "name_vi": "Hà\u{A0}Nội"], "warning: name_vi: stray-space"),
    (["id": "org:a", "name_vi": "Hà Nội|HN"], "warning: name_vi: stray-space"),
    (["id": "org:a", "name_vi": "Hà Nội | "], "warning: name_vi: stray-space"),
    (["id": "org:a", "name_vi": "Hà Nội | | HN"], "warning: name_vi: empty-value"),
    (["id": "org:a", "name_vi": "Hà\u{200B} Nội"], "warning: name_vi: invisible-character"),
    (["id": "org:a", "name_en": "H\u{430}noi"], "warning: name_en: look-alike"),
    (["id": "org:a", "name_vi": "\u{D0}ồng Nai"], "warning: name_vi: look-alike"),
    (["id": "org:a", "name_vi": "A | B | A"], "warning: name_vi: repeated-form"),
    (["id": "org:a", "name_vi": "A", "other_forms": "A"], "warning: other_forms: repeated-form"),
    (["id": "org:a", "name_vi": "–"], "error: name_vi: unmatchable-form"),
    (["id": "org:a", "name_vi": "Sở {place}"], "error: name_vi: stray-brace"),
    (["id": "org:a", "cautious_forms": "LIGHT"], "error: cautious_forms: unknown-cautious-form"),
    (
      ["id": "p:a", "type": "pattern", "name_vi": "Sở {place}", "name_en": "Dept"],
      "error: name_en: pattern-without-slot"
    ),
    (
      ["id": "p:a", "type": "pattern", "name_vi": "Sở {n}", "name_en": "{place} {n}"],
      "error: name_en: pattern-without-literal"
    ),
    (["id": "p:a", "type": "pattern", "name_vi": "Sở {n}", "name_en": "D {plase}"], "error: name_en: unknown-slot"),
    (["id": "p:a", "type": "pattern", "name_vi": "Sở {n}", "name_en": "D {place"], "error: name_en: unbalanced-brace"),
  ])
  func aFaultOfARowIsReportedWithItsColumn(cells: [String: String], expected: String) {
    let codes = Fixture(rows: [cells]).codes().filter {
      !$0.hasSuffix("empty-name") || expected.hasSuffix("empty-name")
    }
    #expect(codes.contains("concepts.csv:2: \(expected)"), "\(codes)")
  }

  @Test(arguments: [
    ["id": "org:a", "name_vi": "LIGHT", "name_en": "LIGHT", "abbreviations_en": "LIGHT", "cautious_forms": "LIGHT"],
    ["id": "org:a", "valid_from": "2024-02-29", "valid_to": "2024"],
    ["id": "org:a", "valid_from": "2025-07", "valid_to": "2025"],
    ["id": "org:a", "name_en": "Владивосток", "definition_en": "A \"port\", far away."],
    ["id": "pattern:a", "type": "pattern", "name_vi": "Sở {topic} {place}", "name_en": "({place}) office of {org}"],
  ])
  func aRowThatIsRightGivesNoFault(cells: [String: String]) { #expect(Fixture(rows: [cells]).codes() == []) }

  @Test func faultsBetweenRowsAndFilesAreFound() {
    let fixture = Fixture([
      "a.csv": Fixture.table([["id": "org:a", "parent": "org:b"], ["id": "org:b", "parent": "org:c"]]),
      "b.csv": Fixture.table([["id": "org:c", "parent": "org:a"], ["id": "org:a"]]),
      "c.csv": "concept,adjective_en,note\norg:a,Ayan,\norg:z,Zedian,\norg:a,Ayan,\n,x,\n",
      "d.csv":
        "word,language,kind,position,weak,value,note\nông,vi,title,before,,m,\nông,vi,title,before,,m,\nx,vi,titel,,,,\n"
        + "y,vi,title,left,,,\nz,xyz,title,,,,\nw,vi,month,,maybe,13,\n,vi,title,,,,\nherr,de,title,before,yes,m,\n",
    ])
    #expect(
      fixture.codes() == [
        "a.csv:2: error: parent: parent-circle", "b.csv:3: error: id: duplicate-id",
        "c.csv:3: error: concept: unknown-concept", "c.csv:4: warning: adjective_en: repeated-demonym",
        "c.csv:5: error: concept: empty-cell", "d.csv:3: warning: word: repeated-cue",
        "d.csv:4: error: kind: unknown-cue-kind", "d.csv:5: error: position: unknown-position",
        "d.csv:6: error: language: unknown-language", "d.csv:7: error: weak: bad-weak",
        "d.csv:7: error: value: bad-number", "d.csv:8: error: word: empty-word",
      ])
  }

  @Test(arguments: [
    ("", "error: empty-file"), ("a,b\n1,2\n", "error: unknown-table"), ("id;type;name_vi\n", "error: unknown-table"),
    ("id,type,name_vi,nane_en\n", "error: nane_en: unknown-column"),
    ("word,language,kind,kind\n", "error: kind: repeated-column"),
    ("id,type,name_vi,note\n", "error: name_en: missing-column"),
    ("id,type,name_vi,name_en\n", "warning: note: missing-column"),
    ("concept,adjective_en,note\norg:a,b\n", "error: cell-count"),
    ("concept,adjective_en,note\norg:a,b,c,d\n", "error: cell-count"),
    ("concept,adjective_en,note\norg:a,\"b,c\n", "error: adjective_en: unclosed-quote"),
  ])
  func aFaultOfATableIsReported(text: String, expected: String) {
    let codes = Fixture(["t.csv": text]).codes().map { $0.drop { $0 != " " }.dropFirst() }
    #expect(codes.contains { $0 == expected }, "\(codes)")
  }

  @Test func messagesNameTheTextAndWhatToDo() throws {
    let fixture = Fixture(rows: [
      ["id": "org:womens-union"], ["id": "org:a", "type": "ngoo", "parent": "org:womens-unions"],
    ])
    let faults = Glossary.check([fixture.folder]).map(\.description)
    #expect(
      faults == [
        "\(fixture.path("concepts.csv")):3:7: error: column “type”: “ngoo” is no type. Did you mean “ngo”? The types are "
          + "listed in the glossary's README. [unknown-type]",
        "\(fixture.path("concepts.csv")):3:29: error: column “parent”: There is no row with the identifier "
          + "“org:womens-unions”. Did you mean “org:womens-union”? Add the row, or correct the identifier. [dangling-parent]",
      ])
  }

  @Test func formsOfSeveralConceptsAreListedAsNotices() {
    let fixture = Fixture(rows: [
      ["id": "org:a", "abbreviations_en": "VNA"], ["id": "org:b", "abbreviations_en": "VNA"],
      ["id": "place:old", "type": "city", "name_vi": "Hà Nội", "successor": "place:new"],
      ["id": "place:new", "type": "city", "name_vi": "Hà Nội"],
      ["id": "unit:x", "type": "commune", "name_vi": "Tân Phú"],
      ["id": "unit:y", "type": "commune", "name_vi": "Tân Phú"],
      ["id": "org:c", "name_en": "WHO", "cautious_forms": "WHO"],
      ["id": "org:d", "name_en": "WHO", "cautious_forms": "WHO"],
    ])
    let faults = Glossary.check([fixture.folder])
    #expect(faults.map(\.code) == ["ambiguous-form"])
    #expect(faults.first?.severity == .notice)
    #expect(faults.first?.message.contains("“VNA” stands for 2 concepts: “org:a”, “org:b”") == true)
  }

  @Test func whatCannotBeReadIsAFault() {
    #expect(Glossary.check(["/tmp/songngu-no-such-file.csv"]).map(\.code) == ["unreadable-file"])
    #expect(Glossary.check(["/dev/null"]).map(\.code) == ["unreadable-file"])
    #expect(Glossary.check([]).map(\.code) == ["no-files"])
    let empty = Fixture([:])
    #expect(Glossary.check([empty.folder]).map(\.code) == ["empty-folder"])
    let binary = Fixture([:])
    binary.write("x.csv", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    #expect(Glossary.load([binary.folder]).hasErrors)
  }

  @Test func aFileThatIsWrongThroughoutGivesABoundedNumberOfFaults() {
    let rows = (0..<3000).map { ["id": "BAD \($0)", "type": "?"] }
    let fixture = Fixture(rows: rows)
    let faults = Glossary.check([fixture.folder])
    #expect(faults.count < 2200)
    #expect(faults.contains { $0.message.contains("There are 2000 more of these") })
  }
}

import Glibc
import Glossary
import Lexicon
import Testing

@Suite struct GlossaryCompileTests {
  private static func fixture() -> Fixture {
    Fixture([
      "places.csv": Fixture.table([
        [
          "id": "place:ha-noi", "type": "city", "name_vi": "Hà Nội", "name_en": "Ha Noi | Hanoi",
          "abbreviations_vi": "HN", "cautious_forms": "HN", "parent": "place:viet-nam", "valid_from": "1831",
          "definition_en": "The capital, \"between rivers\".", "confidence": "high", "source": "x", "note": "n",
        ],
        ["id": "place:viet-nam", "type": "country", "name_vi": "Việt Nam", "name_en": "Viet Nam"],
        [
          "id": "pattern:embassy", "type": "pattern", "name_vi": "Đại sứ quán {country}",
          "name_en": "Embassy of {country} in {place}", "valid_to": "2030",
        ],
      ]),
      "demonyms.csv": "concept,adjective_en,note\nplace:viet-nam,Vietnamese,\n",
      "cues.csv": "word,language,kind,position,weak,value,note\nông,vi,title,before,yes,m,honorific\n",
      "notes.txt": "not read",
    ])
  }

  @Test func aGlossaryBecomesALexicon() throws {
    let fixture = Self.fixture()
    let path = fixture.path("out.lexicon")
    defer { unlink(path) }
    let contents = try Glossary.compile(paths: [fixture.folder], to: path) { files in
      files.map { "\($0.path.split(separator: "/").last ?? "") \($0.bytes.count > 10)" }.joined(separator: ";")
    }
    #expect(contents.faults == [])
    let lexicon = try Lexicon(contentsOf: path)
    #expect(lexicon.digest == "cues.csv true;demonyms.csv true;places.csv true")
    #expect(
      lexicon.concept(0)
        == Concept(
          id: "place:ha-noi", type: "city",
          forms: [
            Form("Hà Nội", .nameVi), Form("Ha Noi", .nameEn), Form("Hanoi", .nameEn),
            Form("HN", .abbreviationVi, isCautious: true),
          ],
          definitionEn: "The capital, \"between rivers\".", parent: "place:viet-nam", validFrom: "1831", note: "n",
          source: "x", confidence: "high"))
    #expect(lexicon.parent(of: 0) == 1)
    #expect(lexicon.lookUp("Vietnamese").map(\.kind) == [.demonym(1)])
    #expect(lexicon.lookUp("hn").map(\.isCautious) == [true])
    #expect(
      lexicon.cue(0)
        == Cue("ông", .title, language: .vietnamese, position: .before, isWeak: true, value: "m", note: "honorific"))
    #expect(lexicon.patternCount == 2)
    #expect(
      lexicon.pattern(1).segments == [.literal("Embassy of"), .slot("country"), .literal("in"), .slot("place")])
    #expect(lexicon.pattern(1).validTo == "2030")
    #expect(lexicon.lookUp("embassy of").map(\.kind) == [.patternLiteral(pattern: 1, segment: 0)])
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let fixture = Self.fixture()
    let first = try Glossary.load([fixture.folder]).builder().bytes(digest: "x")
    #expect(try first == Glossary.load([fixture.folder]).builder().bytes(digest: "x"))
  }

  @Test func aGlossaryWithErrorsIsNotCompiled() throws {
    let fixture = Fixture(rows: [["id": "org:a", "type": "x"]])
    let path = fixture.path("out.lexicon")
    let contents = try Glossary.compile(paths: [fixture.folder], to: path, digest: "x")
    #expect(contents.hasErrors)
    #expect(access(path, F_OK) != 0)
    let error = #expect(throws: LexiconError.self) { try contents.builder() }
    #expect(error?.reason.contains("has 1 error") == true)
  }

  @Test func filesAreReadOnceInOrder() {
    let fixture = Self.fixture()
    let names = ["cues.csv", "demonyms.csv", "places.csv"].map { fixture.path($0) }
    #expect(Glossary.files([names[2], fixture.folder, names[2]]) == [names[2], names[0], names[1]])
  }
}

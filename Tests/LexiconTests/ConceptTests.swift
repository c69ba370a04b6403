import Lexicon
import Testing

@Suite struct ConceptTests {
  @Test func aConceptIsReadBackAsItWasAdded() throws {
    let lexicon = try Samples.lexicon()
    let index = try #require(lexicon.conceptIndex(of: "org:molisa"))
    let concept = lexicon.concept(index)
    #expect(
      concept
        == Concept(
          id: "org:molisa", type: "state",
          forms: [
            Form("Bộ Lao động - Thương binh và Xã hội", .nameVi),
            Form("Ministry of Labour, Invalids and Social Affairs", .nameEn), Form("MOLISA", .abbreviationEn),
          ],
          validTo: "2025-02-28", successors: ["org:moha", "org:moh"], note: "dissolved", source: "law",
          confidence: "high"))
    #expect(concept.nameEn == "Ministry of Labour, Invalids and Social Affairs")
    #expect(concept.forms[2].language == .english)
    #expect(lexicon.type(of: index) == "state")
    #expect(lexicon.types[lexicon.typeIndex(of: index)] == "state")
    #expect(lexicon.digest == "sha256:samples")
    #expect(lexicon.conceptCount == 10)
  }

  @Test func identifiersAreFound() throws {
    let lexicon = try Samples.lexicon()
    for index in 0..<lexicon.conceptCount { #expect(lexicon.conceptIndex(of: lexicon.id(of: index)) == index) }
    for id in ["", "a", "org:", "org:molis", "org:molisaa", "zzz"] { #expect(lexicon.conceptIndex(of: id) == nil) }
  }

  @Test func parentsAreFollowedUpwards() throws {
    let lexicon = try Samples.lexicon()
    func index(_ id: String) throws -> Int { try #require(lexicon.conceptIndex(of: id)) }
    let village = try index("place:ban")
    #expect(lexicon.parents(of: village).map { lexicon.id(of: $0) } == ["place:hoa-binh", "place:viet-nam"])
    #expect(lexicon.isConcept(village, within: try index("place:viet-nam")))
    #expect(lexicon.isConcept(village, within: village))
    #expect(!lexicon.isConcept(village, within: try index("org:who")))
    #expect(lexicon.parent(of: try index("org:who")) == nil)
    #expect(lexicon.concept(try index("org:who")).parent == "org:nowhere")
  }

  @Test func aCircleOfParentsEnds() throws {
    var builder = LexiconBuilder()
    try builder.add(Concept(id: "a", type: "t", parent: "b"))
    try builder.add(Concept(id: "b", type: "t", parent: "a"))
    let lexicon = try builder.lexicon()
    #expect(lexicon.parents(of: 0).count == 32)
    #expect(!lexicon.isConcept(0, within: 7))
  }

  @Test func cuesAndPatternsAreReadBackAsTheyWereAdded() throws {
    let lexicon = try Samples.lexicon()
    #expect(lexicon.cueCount == 3)
    #expect(
      lexicon.cue(0) == Cue("TP.", .placeUnit, language: .vietnamese, position: .before, value: "city"))
    #expect(lexicon.cue(2).isWeak)
    #expect(
      lexicon.pattern(0)
        == Pattern(
          id: "org:pattern-embassy",
          segments: [.literal("Embassy of"), .slot("country"), .literal("seated in"), .slot("place")],
          language: .english,
          form: .nameEn, parent: "org:molisa", note: "fill in"))
  }

  @Test func whatCannotBeMatchedIsRefusedByName() throws {
    var builder = LexiconBuilder()
    try builder.add(Concept(id: "a", type: "t", forms: [Form("A", .nameEn)]))
    func reason(_ work: () throws -> Void) -> String {
      do {
        try work()
        return "nothing"
      } catch { return "\(error)" }
    }
    #expect(reason { try builder.add(Concept(id: "a", type: "t")) } == "The concept “a” is there already.")
    #expect(
      reason { try builder.add(Concept(id: "b", type: "t", forms: [Form("–", .nameEn)])) }
        == "The form “–” of concept “b” has no letter or digit.")
    #expect(
      reason { try builder.add(Cue(String(repeating: "a ", count: 300), .title)) }.hasSuffix("more than 255 words."))
    #expect(reason { try builder.add(Cue(String(repeating: "a", count: 1100), .title)) }.contains("longer than 1024"))
    #expect(reason { try builder.add(Pattern(id: "p", segments: [.slot("x")], language: .any)) }.contains("“p”"))
    try builder.addDemonym("Utopian", of: "place:utopia")
    #expect(reason { _ = try builder.lexicon() }.contains("“place:utopia”, which is no concept"))
  }
}

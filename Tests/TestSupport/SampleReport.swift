public import StageKit

/// A short bilingual report with everything a writer has to show: edits that can and cannot be seen, nested entities,
/// links with candidates, a term, findings at a place, at a point and for the whole document.
public enum SampleReport {
  public static let text = """
    Cooperation in  Quảng Ngãi

    The Farmers' Union of Tra Bong district met Oxfam in Hanoi on 12 March 2024 , and asked protectionfor informal workers.

    Hội Nông dân huyện Trà Bồng đề nghị hòa giải tại cơ sở.

    Next steps will be agreed with the

    """

  public static func document(id: String = "0a1b2c3d", uri: String = "reports/sample.txt") throws -> Document {
    var builder = DocumentBuilder(text, id: id, uri: uri, metadata: [.init("title", "Cooperation in Quảng Ngãi")])
    try builder.edit(
      "cleanup", [("  ", " "), (" ,", ","), ("protectionfor", "protection for")], reason: "cleanup.spaces",
      findings: [
        Finding(
          .warning, "cleanup.truncated-paragraph", builder.place("Next steps will be agreed with the"),
          "The paragraph stops in the middle of a sentence.")
      ])
    // Decomposed, so that the normal form has something to do that nobody can see.
    try builder.edit("decompose", [("hòa", "ho\u{300}a")], reason: "test.decompose")
    try builder.edit("normalise", [("ho\u{300}a", "hòa")], reason: "normalise.nfc")
    let first = builder.place("Cooperation in Quảng Ngãi")
    let english = builder.place(
      "The Farmers' Union of Tra Bong district met Oxfam in Hanoi on 12 March 2024, and asked protection for informal workers."
    )
    let vietnamese = builder.place("Hội Nông dân huyện Trà Bồng đề nghị hòa giải tại cơ sở.")
    let last = builder.place("Next steps will be agreed with the")
    try builder.annotate(
      "blocks",
      [
        Annotation(.block, "heading", first, rule: "heading"), Annotation(.block, "paragraph", english, rule: "lines"),
        Annotation(.block, "paragraph", vietnamese, rule: "lines"),
        Annotation(.block, "paragraph", last, rule: "lines"),
      ])
    try builder.annotate(
      "language",
      [
        Annotation(.language, "en", TextRange(first.start, english.end), rule: "language.words", score: 0.98),
        Annotation(.language, "vi", vietnamese, rule: "language.words", score: 0.99),
        Annotation(.language, "en", last, rule: "language.words", score: 0.9),
      ], metadata: [.init("language", "en")])
    try builder.annotate(
      "sentences", [english, vietnamese, last].map { Annotation(.sentence, "sentence", $0, rule: "sentence") })
    let entities = try builder.annotate(
      "entities",
      [
        Annotation(.entity, "place", builder.place("Quảng Ngãi"), rule: "lexicon", score: 1),
        Annotation(
          .entity, "organisation", builder.place("Farmers' Union of Tra Bong district"), rule: "en.org.head-of-place",
          score: 0.97),
        Annotation(.entity, "place", builder.place("Tra Bong district"), rule: "lexicon", score: 0.8),
        Annotation(.entity, "organisation", builder.place("Oxfam"), rule: "lexicon"),
        Annotation(.entity, "place", builder.place("Hanoi"), rule: "lexicon"),
        Annotation(
          .entity, "date", builder.place("12 March 2024"), rule: "en.date.day-month-year",
          attributes: [.init("value", "2024-03-12")]),
        Annotation(.entity, "organisation", builder.place("Hội Nông dân huyện Trà Bồng"), rule: "vi.org.head-of-place"),
        Annotation(.entity, "place", builder.place("huyện Trà Bồng"), rule: "lexicon"),
      ])
    try builder.annotate(
      "glossary-links",
      [
        link(
          builder.place("Tra Bong district"), entities[2], "place:tra-bong", "folded", 0.8),
        link(builder.place("Oxfam"), entities[3], "org:oxfam", "exact", 1),
        link(
          builder.place("huyện Trà Bồng"), entities[7], "place:tra-bong", "exact", 1),
        link(
          builder.place("informal workers"), nil, "term:informal-worker", "plural", 0.9),
      ],
      findings: [
        Finding(
          .info, "links.ambiguous", builder.place("Tra Bong district"), "“Tra Bong” is a district and a commune."),
        Finding(.error, "links.no-lexicon", nil, "Some glossary could not be read."),
        Finding(.warning, "cleanup.lost-text", TextRange(last.end, last.end), "Text was lost here."),
      ],
      concepts: [
        ConceptFacts(
          "place:tra-bong", type: "district", name: .init(vi: "Huyện Trà Bồng", en: "Tra Bong District"),
          definition: .init(en: "What Tra Bong District means, in a sentence."), validTo: "2025-06-30",
          successors: ["place:a", "place:b"]),
        ConceptFacts("org:oxfam", name: .init(vi: "Oxfam", en: "Oxfam")),
        ConceptFacts("term:informal-worker", name: .init(vi: "lao động phi chính thức", en: "informal worker")),
      ])
    builder.set(.okWithFindings)
    return builder.document
  }

  private static func link(
    _ range: TextRange, _ target: Int?, _ concept: String, _ match: String, _ score: Double
  ) -> Annotation {
    Annotation(
      .link, "glossary", range, rule: "link.\(match)", score: score, target: target,
      attributes: [
        .init("concept", .string(concept)), .init("match", .string(match)),
        .init("candidates", [[.string(concept), .number(score)], ["other:candidate", 0.25]]),
      ])
  }
}

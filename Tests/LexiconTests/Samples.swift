import Lexicon
import StageKit
import Testing

/// A small lexicon in the manner of the real one.
enum Samples {
  static func lexicon() throws -> Lexicon { try builder().lexicon(digest: "sha256:samples") }

  static func builder() throws -> LexiconBuilder {
    var builder = LexiconBuilder()
    for concept in concepts { try builder.add(concept) }
    try builder.add(Cue("TP.", .placeUnit, language: .vietnamese, position: .before, value: "city"))
    try builder.add(Cue("Nguyễn", .surname, language: .vietnamese))
    try builder.add(Cue("Ban", .orgHead, language: .vietnamese, position: .start, isWeak: true, note: "board"))
    try builder.add(
      Pattern(
        id: "org:pattern-embassy",
        segments: [.literal("Embassy of"), .slot("country"), .literal("seated in"), .slot("place")],
        language: .english, form: .nameEn, parent: "org:molisa", note: "fill in"))
    try builder.addDemonym("Belgian", of: "place:belgium")
    return builder
  }

  private static let concepts: [Concept] = [
    Concept(
      id: "place:ha-noi", type: "city",
      forms: [Form("Hà Nội", .nameVi), Form("Ha Noi", .nameEn), Form("Hanoi", .nameEn), Form("HN", .abbreviationVi)],
      definitionVi: "Thủ đô.", definitionEn: "The capital.", parent: "place:viet-nam"),
    Concept(id: "place:viet-nam", type: "country", forms: [Form("Việt Nam", .nameVi), Form("Viet Nam", .nameEn)]),
    Concept(
      id: "org:molisa", type: "state",
      forms: [
        Form("Bộ Lao động - Thương binh và Xã hội", .nameVi),
        Form("Ministry of Labour, Invalids and Social Affairs", .nameEn), Form("MOLISA", .abbreviationEn),
      ],
      validTo: "2025-02-28", successors: ["org:moha", "org:moh"], note: "dissolved", source: "law",
      confidence: "high"),
    Concept(
      id: "org:womens-union", type: "mass",
      forms: [Form("Hội Liên hiệp Phụ nữ", .nameVi), Form("Women's Union", .nameEn)]),
    Concept(
      id: "org:light", type: "ngo", forms: [Form("LIGHT", .abbreviationEn, isCautious: true), Form("M-Net", .other)]),
    Concept(id: "org:who", type: "un", forms: [Form("WHO", .abbreviationEn)], parent: "org:nowhere"),
    Concept(
      id: "place:hoa-binh", type: "province", forms: [Form("Hòa Bình", .nameVi)], parent: "place:viet-nam"),
    Concept(id: "place:ban", type: "village", forms: [Form("Ban", .nameEn)], parent: "place:hoa-binh"),
    Concept(id: "place:belgium", type: "country", forms: [Form("Bỉ", .nameVi), Form("Belgium", .nameEn)]),
    Concept(id: "place:vladivostok", type: "city", forms: [Form("Владивосток", .other), Form("東京", .other)]),
  ]
}

extension Lexicon {
  /// Matches as text and identifiers, for reading: `Ha Noi: place:ha-noi folded, place:ha-noi exact`.
  func found(_ text: String, minimum: MatchStrength = .folded) -> [String] {
    let text = Text(text)
    var lines: [String] = []
    forEachMatch(in: text, text.range, minimum: minimum) { match in
      lines.append("\(text[match.range]): " + match.candidates.map { name(of: $0) }.joined(separator: ", "))
    }
    return lines
  }

  func name(of candidate: LexiconCandidate) -> String {
    let what =
      switch candidate.kind {
      case .concept(let index): id(of: index)
      case .cue(let index): "cue \(cueKind(index).rawValue)"
      case .patternLiteral(let pattern, let segment): "\(self.pattern(pattern).id)[\(segment)]"
      case .demonym(let index): "adjective of \(id(of: index))"
      }
    return "\(what) \(candidate.strength)"
  }
}

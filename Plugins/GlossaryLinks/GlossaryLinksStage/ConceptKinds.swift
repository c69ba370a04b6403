import Lexicon

/// Which of the three kinds of concepts each type of the lexicon is.
struct ConceptKinds: Sendable {
  enum Kind: Sendable { case organisation, place, term }

  private let kinds: [Kind]

  init(_ lexicon: Lexicon) {
    kinds = lexicon.types.map { type in
      type == "term" ? .term : Self.places.contains(type) ? .place : .organisation
    }
  }

  subscript(type: Int) -> Kind { kinds[type] }

  /// Types of the glossary files of places and administrative units.
  private static let places: Set<String> = [
    "place", "country", "territory", "continent", "region", "province", "city", "district", "commune", "ward",
    "township",
    "village", "venue", "industrial-zone", "river", "transport", "historical", "street", "mountain", "park", "island",
    "sea",
    "border-gate", "lake",
  ]
}

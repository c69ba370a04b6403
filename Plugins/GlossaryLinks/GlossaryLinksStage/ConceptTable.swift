import Lexicon

/// What finding and ranking ask of concepts again and again: numbers, read from the lexicon once.
struct ConceptTable: Sendable {
  private struct Row: Sendable {
    /// Index of the parent; -1 for none.
    var parent: Int32
    var type: UInt32
    /// Place in ``validities``; 0 for what is not dated.
    var validity: UInt32
  }

  /// The types of the lexicon, by the index of a type.
  let kinds: ConceptKinds
  let typeNames: [String]
  private let sizes: [Double]
  private let isCountry: [Bool]
  private let rows: [Row]
  /// When concepts are or were valid, each once; the first is that of concepts without dates.
  let validities: [Lexicon.Validity]

  init(_ lexicon: Lexicon) {
    kinds = ConceptKinds(lexicon)
    typeNames = lexicon.types
    sizes = typeNames.map(Self.size)
    isCountry = typeNames.map { $0 == "country" }
    var validities = [Lexicon.Validity.none]
    var places: [Lexicon.Validity: UInt32] = [:]
    rows = (0..<lexicon.conceptCount).map { concept in
      var place: UInt32 = 0
      if lexicon.isDated(concept) {
        let validity = lexicon.validity(of: concept)
        place = places[validity] ?? UInt32(validities.count)
        if places.updateValue(place, forKey: validity) == nil { validities.append(validity) }
      }
      return Row(
        parent: Int32(lexicon.parent(of: concept) ?? -1), type: UInt32(lexicon.typeIndex(of: concept)), validity: place)
    }
    self.validities = validities
  }

  func kind(of concept: Int) -> ConceptKinds.Kind { kinds[typeIndex(of: concept)] }

  func typeIndex(of concept: Int) -> Int { Int(rows[concept].type) }

  func parent(of concept: Int) -> Int? {
    let parent = Int(rows[concept].parent)
    return parent < 0 ? nil : parent
  }

  func isCountry(_ concept: Int) -> Bool { isCountry[typeIndex(of: concept)] }

  /// What its size adds to the score of a place: the greater is more often meant.
  func size(of concept: Int) -> Double { sizes[typeIndex(of: concept)] }

  private static func size(_ type: String) -> Double {
    switch type {
    case "country", "continent": 0.08
    case "city", "province": 0.06
    case "region", "territory": 0.04
    case "district": 0.03
    case "street", "historical": -0.04
    default: 0
    }
  }

  /// Whether the lexicon says when the concept began or ended.
  func isDated(_ concept: Int) -> Bool { rows[concept].validity > 0 }

  /// Place in ``validities``.
  func validityIndex(of concept: Int) -> Int { Int(rows[concept].validity) }
}

import Lexicon

/// Decides between places of one name: by the unit that the name states, by places above it that the document names,
/// nearest best, by the date of the document, and by size.
struct PlaceRanking {
  private let concepts: ConceptTable
  private let store: ConceptStore
  private let date: String?
  /// Every concept that some name of the document may stand for, with the number of the first such mention.
  private var mentioned: Set<Int> = []

  init(_ concepts: ConceptTable, _ store: ConceptStore, date: String?, _ mentions: [Mention]) {
    self.concepts = concepts
    self.store = store
    self.date = date
    for mention in mentions {
      // A name that fits dozens of communes is no evidence for any of them.
      if mention.candidates.count <= 12 { for candidate in mention.candidates { mentioned.insert(candidate.concept) } }
    }
  }

  /// The candidates with evidence counted in, best first.
  ///
  /// - Parameter next: the mention that follows in a list, as in `Yen Phu, Tay Ho, Hanoi`.
  func rank(_ mention: Mention, next: Mention?) -> [LinkCandidate] {
    guard mention.candidates.count > 1 else { return mention.candidates }
    let neighbours = Set(next?.candidates.map(\.concept) ?? [])
    var ranked = mention.candidates
    for index in ranked.indices { ranked[index].score += bonus(ranked[index].concept, mention.unit, neighbours) }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
    // Evidence lifts scores above 1; what counts is how they compare.
    if ranked[0].score > 1 {
      let best = ranked[0].score
      for index in ranked.indices { ranked[index].score /= best }
    }
    return ranked
  }

  private func bonus(_ concept: Int, _ unit: String, _ neighbours: Set<Int>) -> Double {
    let type = concepts.typeNames[concepts.typeIndex(of: concept)]
    var bonus = 0.0
    if !unit.isEmpty { bonus += Self.fits(type, unit) ? 0.2 : -0.1 }
    // Evidence from above. Every place is in Viet Nam or Asia, so the top of the chain says nothing.
    var above = concepts.parent(of: concept)
    var step = 0
    var isBesideParent = false
    var nearest: Int?
    while let current = above, step < 4 {
      guard let next = concepts.parent(of: current), !concepts.isCountry(current) else { break }
      if neighbours.contains(current) { isBesideParent = true }
      if nearest == nil, mentioned.contains(current) { nearest = step }
      above = next
      step += 1
    }
    if isBesideParent { bonus += 0.12 }
    if let nearest { bonus += 0.2 - 0.06 * Double(nearest) }
    bonus += validity(concept, type)
    return bonus + concepts.size(of: concept)
  }

  /// Units are dated: the name of a document of 2016 does not mean a commune of 2025.
  private func validity(_ concept: Int, _ type: String) -> Double {
    // A city or province without dates stands for all its incarnations.
    if !concepts.isDated(concept) { return type == "city" || type == "province" ? 0.05 : 0 }
    guard let date else { return 0 }
    let validity = store.validity(of: concept)
    if let from = validity.from, date < from { return -0.15 }
    if let to = validity.to, date > to { return -0.1 }
    return 0
  }

  private static func fits(_ type: String, _ unit: String) -> Bool {
    switch unit {
    case "city": type == "city" || type == "province" || type == "district"
    case "province": type == "province"
    case "river", "stream", "canal": type == "river"
    case "island", "archipelago", "islet", "river island": type == "island"
    case "road", "avenue", "alley", "lane": type == "street"
    default: type == unit
    }
  }
}

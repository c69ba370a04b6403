import Lexicon

/// Decides between places of one name: by the unit that the name states, by places above it that the document names,
/// nearest best, by the date of the document, and by size.
struct PlaceRanking {
  private let concepts: ConceptTable
  private let date: String?
  /// Every concept that some name of the document may stand for.
  private let mentioned: ConceptMarks
  private let neighbours: ConceptMarks
  /// What the date of the document says of each ``ConceptTable/validities``; not a number where nobody has asked.
  private var validityScores: [Double] = []

  init(_ concepts: ConceptTable, _ memory: LinkMemory, date: String?, _ mentions: [Mention]) {
    self.concepts = concepts
    self.date = date
    mentioned = memory.mentioned
    neighbours = memory.neighbours
    mentioned.removeAll()
    for mention in mentions {
      // A name that fits dozens of communes is no evidence for any of them.
      let candidates = mention.reading.candidates
      if candidates.count <= 12 { for candidate in candidates { mentioned.insert(candidate.concept) } }
    }
    if date != nil { validityScores = [Double](repeating: .nan, count: concepts.validities.count) }
  }

  /// The candidates with evidence counted in, best first.
  ///
  /// - Parameter next: the mention that follows in a list, as in `Yen Phu, Tay Ho, Hanoi`.
  mutating func rank(_ mention: Mention, next: Mention?) -> [LinkCandidate] {
    let reading = mention.reading
    guard reading.candidates.count > 1 else { return reading.candidates }
    neighbours.removeAll()
    if let next { for candidate in next.reading.candidates { neighbours.insert(candidate.concept) } }
    var ranked = reading.candidates
    for index in ranked.indices { ranked[index].score += bonus(ranked[index].concept, reading.unit) }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
    // Evidence lifts scores above 1; what counts is how they compare.
    if ranked[0].score > 1 {
      let best = ranked[0].score
      for index in ranked.indices { ranked[index].score /= best }
    }
    return ranked
  }

  private mutating func bonus(_ concept: Int, _ unit: String) -> Double {
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
  private mutating func validity(_ concept: Int, _ type: String) -> Double {
    // A city or province without dates stands for all its incarnations.
    if !concepts.isDated(concept) { return type == "city" || type == "province" ? 0.05 : 0 }
    guard let date else { return 0 }
    let index = concepts.validityIndex(of: concept)
    if validityScores[index].isNaN { validityScores[index] = Self.score(concepts.validities[index], date) }
    return validityScores[index]
  }

  private static func score(_ validity: Lexicon.Validity, _ date: String) -> Double {
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

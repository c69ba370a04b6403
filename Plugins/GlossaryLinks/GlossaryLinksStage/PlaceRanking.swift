import Lexicon

/// Decides between places of one name: by the unit that the name states, by places above it that the document names,
/// nearest best, by the date of the document, and by size.
struct PlaceRanking {
  private let lexicon: Lexicon
  private let date: String?
  /// Every concept that some name of the document may stand for, with the number of the first such mention.
  private var mentioned: Set<Int> = []

  init(_ lexicon: Lexicon, date: String?, _ mentions: [Mention]) {
    self.lexicon = lexicon
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
    return mention.candidates.map { candidate in
      var candidate = candidate
      candidate.score += bonus(candidate.concept, mention.unit, neighbours)
      return candidate
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
  }

  private func bonus(_ concept: Int, _ unit: String, _ neighbours: Set<Int>) -> Double {
    let type = lexicon.type(of: concept)
    var bonus = 0.0
    if !unit.isEmpty { bonus += Self.fits(type, unit) ? 0.2 : -0.1 }
    // Evidence from above. Every place is in Viet Nam or Asia, so the top of the chain says nothing.
    let chain = lexicon.parents(of: concept).filter {
      lexicon.type(of: $0) != "country" && lexicon.parent(of: $0) != nil
    }
    if chain.contains(where: neighbours.contains) {
      bonus += 0.25
    } else if chain.contains(where: mentioned.contains) {
      bonus += 0.15
    }
    bonus += validity(concept)
    switch type {
    case "country", "continent": bonus += 0.08
    case "city", "province": bonus += 0.06
    case "region", "territory": bonus += 0.04
    case "district": bonus += 0.03
    case "street", "historical": bonus -= 0.04
    default: break
    }
    return bonus
  }

  /// Units are dated: the name of a document of 2016 does not mean a commune of 2025.
  private func validity(_ concept: Int) -> Double {
    guard let date else { return 0 }
    let record = lexicon.concept(concept)
    if let from = record.validFrom, date < from { return -0.15 }
    if let to = record.validTo, date > to { return -0.1 }
    return record.validFrom == nil && record.validTo == nil ? 0.05 : 0.04
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

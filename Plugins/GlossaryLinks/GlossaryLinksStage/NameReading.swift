import StageKit

/// What a name may stand for, by its letters alone.
final class NameReading {
  /// In the order in which the lexicon has them.
  let candidates: [LinkCandidate]
  /// What kind of unit the name says it is: `district`; empty if it says nothing.
  let unit: String
  /// The candidates where nothing else in the document counts: best first.
  let sorted: [LinkCandidate]
  /// Links that were made of the name.
  private var links: [(ranked: [LinkCandidate], link: LinkContent)] = []

  /// Rankings beyond this many are not kept: the document decides, and documents differ.
  private static let limit = 4

  init(candidates: [LinkCandidate] = [], unit: String = "") {
    self.candidates = candidates
    self.unit = unit
    sorted =
      candidates.count > 1
      ? candidates.sorted { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept } : candidates
  }

  /// The link for the candidates in this order, with these scores.
  func link(_ ranked: [LinkCandidate], _ make: ([LinkCandidate]) -> LinkContent) -> LinkContent {
    for known in links where known.ranked == ranked { return known.link }
    let link = make(ranked)
    if links.count < Self.limit { links.append((ranked, link)) }
    return link
  }
}

/// A term of the field.
struct TermReading {
  var link: LinkContent
}

/// What a link says, wherever it stands.
struct LinkContent {
  var rule: String
  var score: Double
  var attributes: [Annotation.Attribute]
  /// What is known of the concept that it names; `nil` if it names none.
  var facts: ConceptFacts?
}

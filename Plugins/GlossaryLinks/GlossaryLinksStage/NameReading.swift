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
  func link(_ ranked: [LinkCandidate], _ maker: LinkMaker) -> LinkContent {
    for index in links.indices where links[index].ranked == ranked { return links[index].link }
    let link = maker.link(ranked)
    if links.count < Self.limit { links.append((ranked, link)) }
    return link
  }
}

import StageKit

/// What a link says, wherever it stands.
struct LinkContent {
  var rule: String
  var score: Double
  var attributes: [Annotation.Attribute]
  /// What is known of the concept that it names; `nil` if it names none.
  var facts: ConceptFacts?
}

/// Makes what links say.
struct LinkMaker {
  let attributes: LinkAttributes
  let store: ConceptStore

  /// - Parameter ranked: best first; at least one.
  func link(_ ranked: [LinkCandidate]) -> LinkContent {
    LinkContent(
      rule: ranked[0].match.rule, score: LinkAttributes.rounded(min(ranked[0].score, 1)),
      attributes: attributes.attributes(ranked),
      facts: LinkAttributes.isTie(ranked) ? nil : store.facts(of: ranked[0].concept))
  }
}

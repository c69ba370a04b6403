import StageKit

/// The links of a document, and what is known of the concepts that they name.
struct LinkList {
  private(set) var annotations: [Annotation] = []
  /// In the order in which they are first named.
  private(set) var concepts: [ConceptFacts] = []
  private var named: Set<ObjectIdentifier> = []

  init(capacity: Int) {
    annotations.reserveCapacity(capacity)
  }

  mutating func append(_ type: String, _ range: TextRange, _ content: LinkContent, target: Int? = nil) {
    annotations.append(
      Annotation(
        .link, type, range, rule: content.rule, score: content.score, target: target, attributes: content.attributes))
    if let facts = content.facts, named.insert(ObjectIdentifier(facts)).inserted { concepts.append(facts) }
  }

  mutating func append(_ link: Annotation) { annotations.append(link) }
}

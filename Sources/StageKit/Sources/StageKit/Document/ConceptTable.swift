/// The concepts that a document knows something about, by identifier, in the order in which they first came.
public struct ConceptTable: Sendable {
  private var numbers = StringTable()
  private var concepts: [ConceptFacts] = []

  public init() {}

  /// What is known of the concept called `id`; `nil` if nothing is.
  public subscript(id: String) -> ConceptFacts? { numbers.known(id).map { concepts[$0] } }

  /// Adds a concept, in the place of what was known of it before.
  mutating func add(_ concept: ConceptFacts) {
    let number = numbers.number(of: concept.id)
    if number == concepts.count { concepts.append(concept) } else { concepts[number] = concept }
  }
}

extension ConceptTable: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { concepts.count }
  public subscript(position: Int) -> ConceptFacts { concepts[position] }
}

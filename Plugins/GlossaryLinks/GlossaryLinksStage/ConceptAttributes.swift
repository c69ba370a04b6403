import Lexicon
import StageKit

/// What a link says of its concept.
///
/// Made once for each concept of a document.
struct ConceptAttributes {
  private let lexicon: Lexicon
  private let hasDefinitions: Bool
  private var known: [Int: [Annotation.Attribute]] = [:]

  init(_ lexicon: Lexicon, hasDefinitions: Bool) {
    self.lexicon = lexicon
    self.hasDefinitions = hasDefinitions
  }

  mutating func attributes(of index: Int) -> [Annotation.Attribute] {
    if let found = known[index] { return found }
    let concept = lexicon.concept(index)
    var attributes: [Annotation.Attribute] = [
      .init("concept", .string(concept.id)), .init("concept-type", .string(concept.type)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { attributes.append(.init(name, .string(value))) }
    }
    add("name-vi", concept.nameVi)
    add("name-en", concept.nameEn)
    if hasDefinitions {
      add("definition-vi", concept.definitionVi)
      add("definition-en", concept.definitionEn)
    }
    add("parent", concept.parent)
    add("valid-from", concept.validFrom)
    add("valid-to", concept.validTo)
    if !concept.successors.isEmpty {
      attributes.append(.init("successors", .list(concept.successors.map { .string($0) })))
    }
    if concept.validTo != nil || !concept.successors.isEmpty { add("note", concept.note) }
    known[index] = attributes
    return attributes
  }
}

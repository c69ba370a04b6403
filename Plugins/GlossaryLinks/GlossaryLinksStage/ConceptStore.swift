import Lexicon
import StageKit
import Synchronization

/// What links say of concepts: read from the lexicon once for all documents.
final class ConceptStore: Sendable {
  private struct Known {
    var attributes: [Int: [Annotation.Attribute]] = [:]
    var identifiers: [Int: Value] = [:]
  }

  private let lexicon: Lexicon
  private let hasDefinitions: Bool
  private let known = Mutex(Known())

  init(_ lexicon: Lexicon, hasDefinitions: Bool) {
    self.lexicon = lexicon
    self.hasDefinitions = hasDefinitions
  }

  func identifier(of index: Int) -> Value {
    known.withLock { known in
      if let found = known.identifiers[index] { return found }
      let identifier = Value.string(lexicon.id(of: index))
      known.identifiers[index] = identifier
      return identifier
    }
  }

  func attributes(of index: Int) -> [Annotation.Attribute] {
    known.withLock { known in
      if let found = known.attributes[index] { return found }
      let attributes = read(index)
      known.attributes[index] = attributes
      return attributes
    }
  }

  private func read(_ index: Int) -> [Annotation.Attribute] {
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
    return attributes
  }
}

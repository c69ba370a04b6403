import Lexicon
import StageKit
import Synchronization

/// What is known of concepts: read from the lexicon once for all documents.
final class ConceptStore: Sendable {
  private struct Known {
    var facts: [Int: ConceptFacts] = [:]
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

  func facts(of index: Int) -> ConceptFacts {
    known.withLock { known in
      if let found = known.facts[index] { return found }
      let facts = read(index)
      known.facts[index] = facts
      return facts
    }
  }

  private func read(_ index: Int) -> ConceptFacts {
    let concept = lexicon.concept(index)
    let isPast = concept.validTo != nil || !concept.successors.isEmpty
    return ConceptFacts(
      concept.id, type: concept.type, name: .init(vi: concept.nameVi, en: concept.nameEn),
      definition: hasDefinitions ? .init(vi: concept.definitionVi, en: concept.definitionEn) : .init(),
      parent: concept.parent, validFrom: concept.validFrom, validTo: concept.validTo, successors: concept.successors,
      note: isPast && !concept.note.isEmpty ? concept.note : nil)
  }
}

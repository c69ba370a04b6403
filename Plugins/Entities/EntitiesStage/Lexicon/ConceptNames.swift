import Lexicon
import StageKit

/// The attribute `concept` of each concept that was met, made once.
final class ConceptNames {
  private let lexicon: Lexicon
  private var known: [Value?]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    known = Array(repeating: nil, count: lexicon.conceptCount)
  }

  subscript(concept: Int) -> Annotation.Attribute {
    if let value = known[concept] { return Annotation.Attribute("concept", value) }
    let value = Value.string(lexicon.id(of: concept))
    known[concept] = value
    return Annotation.Attribute("concept", value)
  }
}

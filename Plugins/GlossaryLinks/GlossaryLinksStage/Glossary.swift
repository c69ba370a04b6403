import Lexicon

/// The lexicon, and what is worked out from it once for all documents.
struct Glossary: Sendable {
  let lexicon: Lexicon
  let concepts: ConceptTable
  let organisations: LexiconFilter
  let places: LexiconFilter
  /// Words for units of places: `district`, `xã`.
  let units: LexiconFilter

  init(_ lexicon: Lexicon) {
    let concepts = ConceptTable(lexicon)
    func names(_ kind: ConceptKinds.Kind) -> LexiconFilter {
      lexicon.filter { form in
        guard case .concept(let concept) = form.kind, concepts.kind(of: concept) == kind else { return .never }
        return .always
      }
    }
    self.lexicon = lexicon
    self.concepts = concepts
    organisations = names(.organisation)
    places = names(.place)
    units = lexicon.filter { form in
      guard case .cue(let cue) = form.kind, lexicon.cueKind(cue) == .placeUnit else { return .never }
      return .always
    }
  }
}

import Lexicon
import StageKit

/// Finds the concepts that a name may stand for.
///
/// The same name is looked up once a document.
struct CandidateFinder {
  private let lexicon: Lexicon
  private let concepts: ConceptKinds
  private let text: Text
  private var known: [ArraySlice<UInt8>: (candidates: [LinkCandidate], unit: String)] = [:]

  /// Names longer than this many bytes are no names.
  private static let longest = 400

  init(_ lexicon: Lexicon, _ concepts: ConceptKinds, _ text: Text) {
    self.lexicon = lexicon
    self.concepts = concepts
    self.text = text
  }

  mutating func candidates(for entity: Annotation) -> (candidates: [LinkCandidate], unit: String) {
    guard entity.range.count <= Self.longest else { return ([], "") }
    let isPlace = entity.type == "place"
    // The type is part of the key, so that a place and an organisation of one name do not mix.
    var key = text.bytes[entity.range.start..<entity.range.end]
    if isPlace { key.append(0) }
    if let found = known[key] { return found }
    var found: (candidates: [LinkCandidate], unit: String) = (look(entity.range, isPlace), "")
    if isPlace {
      let bare = bareName(entity.range)
      found.unit = bare?.unit ?? ""
      if found.candidates.isEmpty, let bare {
        found.candidates = look(bare.range, true).map {
          LinkCandidate(concept: $0.concept, match: .name, score: min($0.score, Match.name.score))
        }
      }
    }
    known[key] = found
    return found
  }

  private func look(_ range: TextRange, _ isPlace: Bool) -> [LinkCandidate] {
    var result: [LinkCandidate] = []
    for candidate in lexicon.lookUp(in: text, range) {
      guard case .concept(let concept) = candidate.kind,
        concepts.kind(of: concept, in: lexicon) == (isPlace ? .place : .organisation)
      else { continue }
      let match = Match(candidate.strength, isAbbreviation: candidate.form.isAbbreviation)
      // An abbreviation in other letters is another word.
      if candidate.form.isAbbreviation, candidate.strength != .exact { continue }
      let score = match.score - (candidate.isCautious ? 0.1 : 0)
      if let index = result.firstIndex(where: { $0.concept == concept }) {
        if score > result[index].score { result[index] = LinkCandidate(concept: concept, match: match, score: score) }
      } else {
        result.append(LinkCandidate(concept: concept, match: match, score: score))
      }
    }
    return result
  }

  /// The name without the unit word that begins or ends it: `Hoan Kiem district` is `Hoan Kiem`, a district.
  private func bareName(_ range: TextRange) -> (range: TextRange, unit: String)? {
    var spaces: [Int] = []
    for offset in range.start..<range.end where text.bytes[offset] == 0x20 || text.bytes[offset] == 0x0A {
      spaces.append(offset)
    }
    // The unit is at most two words long, and stands first in Vietnamese, last in English.
    for space in spaces.prefix(2).reversed() {
      if let unit = unit(TextRange(range.start, space)) { return (TextRange(space + 1, range.end), unit) }
    }
    for space in spaces.suffix(2) {
      if let unit = unit(TextRange(space + 1, range.end)) { return (TextRange(range.start, space), unit) }
    }
    return nil
  }

  private func unit(_ range: TextRange) -> String? {
    guard !range.isEmpty else { return nil }
    var found: String?
    for candidate in lexicon.lookUp(in: text, range) {
      if case .cue(let index) = candidate.kind, lexicon.cueKind(index) == .placeUnit {
        if candidate.strength >= .tonePlacement { return lexicon.cue(index).value }
        if found == nil { found = lexicon.cue(index).value }
      }
    }
    return found
  }
}

import Lexicon
import StageKit

/// Finds the terms of the field outside names: the longest at each place, none inside another.
struct TermFinder: Sendable {
  private let lexicon: Lexicon
  /// Terms only, and none that is also an ordinary word.
  private let filter: LexiconFilter

  init(_ lexicon: Lexicon, _ concepts: ConceptTable) {
    self.lexicon = lexicon
    filter = lexicon.filter { form in
      guard case .concept(let concept) = form.kind, concepts.kind(of: concept) == .term, !form.isCautious
      else { return .never }
      return .always
    }
  }

  struct Term {
    var range: TextRange
    var candidates: [LinkCandidate]
  }

  /// - Parameter names: ranges that terms keep out of, in document order.
  /// - Parameter plain: stretches of Vietnamese without diacritics, in document order; only there a folded match counts.
  func terms(in text: Text, names: [TextRange], plain: [TextRange]) -> [Term] {
    var result: [Term] = []
    var end = 0
    var name = 0
    var stretch = 0
    lexicon.forEachMatch(in: text, text.range, filter: filter) { match in
      guard match.range.start >= end else { return }
      while name < names.count, names[name].end <= match.range.start { name += 1 }
      if name < names.count, names[name].overlaps(match.range) { return }
      while stretch < plain.count, plain[stretch].end <= match.range.start { stretch += 1 }
      let isPlain = stretch < plain.count && plain[stretch].contains(match.range)
      var candidates: [LinkCandidate] = []
      for candidate in match.candidates {
        guard case .concept(let concept) = candidate.kind, Self.counts(candidate, isPlain: isPlain) else { continue }
        let match = Match(candidate.strength, isAbbreviation: candidate.form.isAbbreviation)
        if let index = candidates.firstIndex(where: { $0.concept == concept }) {
          if match.score > candidates[index].score {
            candidates[index] = LinkCandidate(concept: concept, match: match, score: match.score)
          }
        } else {
          candidates.append(LinkCandidate(concept: concept, match: match, score: match.score))
        }
      }
      guard !candidates.isEmpty else { return }
      candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
      result.append(Term(range: match.range, candidates: candidates))
      end = match.range.end
    }
    return result
  }

  private static func counts(_ candidate: LexiconCandidate, isPlain: Bool) -> Bool {
    if candidate.form.isAbbreviation { return candidate.strength == .exact }
    if candidate.strength >= .tonePlacement { return true }
    return isPlain && candidate.strength == .folded && candidate.language != .english
  }
}

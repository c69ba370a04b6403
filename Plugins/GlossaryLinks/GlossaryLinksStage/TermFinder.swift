import Lexicon
import StageKit

/// Finds the terms of the field outside names: the longest at each place, none inside another.
struct TermFinder {
  private let memory: LinkMemory
  private let maker: LinkMaker

  init(_ memory: LinkMemory, _ maker: LinkMaker) {
    self.memory = memory
    self.maker = maker
  }

  /// What a scanner for terms looks for: terms only, and none that is also an ordinary word.
  static func filter(_ lexicon: Lexicon, _ concepts: ConceptTable) -> LexiconFilter {
    lexicon.filter { form in
      guard case .concept(let concept) = form.kind, concepts.kind(of: concept) == .term, !form.isCautious
      else { return .never }
      return .always
    }
  }

  /// Calls `body` with the range of each term and its link, in document order.
  ///
  /// - Parameter names: ranges that terms keep out of, in document order.
  /// - Parameter plain: stretches of Vietnamese without diacritics, in document order; only there a folded match counts.
  func forEachTerm(
    in text: Text, names: [TextRange], plain: [TextRange], _ scanner: LexiconScanner,
    _ body: (TextRange, LinkContent) -> Void
  ) {
    var end = 0
    var name = 0
    var stretch = 0
    scanner.forEachStretch(in: text, text.range) { match in
      guard match.range.start >= end else { return }
      while name < names.count, names[name].end <= match.range.start { name += 1 }
      if name < names.count, names[name].overlaps(match.range) { return }
      while stretch < plain.count, plain[stretch].end <= match.range.start { stretch += 1 }
      let isPlain = stretch < plain.count && plain[stretch].contains(match.range)
      guard let link = memory.term(match.range, in: text, isPlain: isPlain, { read(match, isPlain: isPlain) })
      else { return }
      body(match.range, link)
      end = match.range.end
    }
  }

  private func read(_ match: LexiconStretch, isPlain: Bool) -> LinkContent? {
    var candidates: [LinkCandidate] = []
    match.forEachCandidate { candidate in
      guard case .concept(let concept) = candidate.kind, Self.counts(candidate, isPlain: isPlain) else { return }
      let match = Match(candidate.strength, isAbbreviation: candidate.form.isAbbreviation)
      if let index = candidates.firstIndex(where: { $0.concept == concept }) {
        if match.score > candidates[index].score {
          candidates[index] = LinkCandidate(concept: concept, match: match, score: match.score)
        }
      } else {
        candidates.append(LinkCandidate(concept: concept, match: match, score: match.score))
      }
    }
    guard !candidates.isEmpty else { return nil }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.concept < $1.concept }
    return maker.link(candidates)
  }

  private static func counts(_ candidate: LexiconCandidate, isPlain: Bool) -> Bool {
    if candidate.form.isAbbreviation { return candidate.strength == .exact }
    if candidate.strength >= .tonePlacement { return true }
    return isPlain && candidate.strength == .folded && candidate.language != .english
  }
}

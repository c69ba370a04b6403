import Lexicon
import StageKit

/// Finds the concepts that a name may stand for.
struct CandidateFinder {
  private let glossary: Glossary
  private let text: Text

  /// Names longer than this many bytes are no names.
  private static let longest = 400

  init(_ glossary: Glossary, _ text: Text) {
    self.glossary = glossary
    self.text = text
  }

  func read(_ name: Name) -> NameReading {
    guard name.range.count <= Self.longest else { return NameReading() }
    var candidates = look(name.range, name.kind)
    guard name.kind == .place else { return NameReading(candidates: candidates) }
    let bare = bareName(name.range)
    if candidates.isEmpty, let bare {
      candidates = look(bare.range, .place).map {
        LinkCandidate(concept: $0.concept, match: .name, score: min($0.score, Match.name.score))
      }
    }
    return NameReading(candidates: candidates, unit: bare?.unit ?? "")
  }

  private func look(_ range: TextRange, _ kind: Name.Kind) -> [LinkCandidate] {
    var result: [LinkCandidate] = []
    let filter = kind == .place ? glossary.places : glossary.organisations
    glossary.lexicon.forEachCandidate(in: text, range, filter: filter) { candidate in
      guard case .concept(let concept) = candidate.kind else { return }
      let match = Match(candidate.strength, isAbbreviation: candidate.form.isAbbreviation)
      // An abbreviation in other letters is another word.
      if candidate.form.isAbbreviation, candidate.strength != .exact { return }
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
    // The unit is at most two words long, and stands first in Vietnamese, last in English.
    let first = space(in: range.start..<range.end)
    guard let first else { return nil }
    if let second = space(in: (first + 1)..<range.end), let unit = unit(TextRange(range.start, second)) {
      return (TextRange(second + 1, range.end), unit)
    }
    if let unit = unit(TextRange(range.start, first)) { return (TextRange(first + 1, range.end), unit) }
    let last = lastSpace(in: range.start..<range.end) ?? first
    if let second = lastSpace(in: range.start..<last), let unit = unit(TextRange(second + 1, range.end)) {
      return (TextRange(range.start, second), unit)
    }
    if let unit = unit(TextRange(last + 1, range.end)) { return (TextRange(range.start, last), unit) }
    return nil
  }

  private func isSpace(_ offset: Int) -> Bool { text.bytes[offset] == 0x20 || text.bytes[offset] == 0x0A }
  private func space(in offsets: Range<Int>) -> Int? { offsets.first(where: isSpace) }
  private func lastSpace(in offsets: Range<Int>) -> Int? { offsets.last(where: isSpace) }

  private func unit(_ range: TextRange) -> String? {
    guard !range.isEmpty else { return nil }
    var strong: Int?
    var weak: Int?
    glossary.lexicon.forEachCandidate(in: text, range, filter: glossary.units) { candidate in
      guard strong == nil, case .cue(let index) = candidate.kind else { return }
      if candidate.strength >= .tonePlacement { strong = index }
      if weak == nil { weak = index }
    }
    return (strong ?? weak).map { glossary.lexicon.cue($0).value }
  }
}

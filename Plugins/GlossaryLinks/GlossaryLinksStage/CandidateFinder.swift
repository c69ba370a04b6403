import Lexicon
import StageKit

/// Finds the concepts that a name may stand for.
///
/// The same name is looked up once a document.
struct CandidateFinder {
  typealias Found = (candidates: [LinkCandidate], unit: String)

  private let glossary: Glossary
  private let text: Text
  private var known: [UInt64: (name: Name, found: Found)] = [:]

  /// Names longer than this many bytes are no names.
  private static let longest = 400

  init(_ glossary: Glossary, _ text: Text) {
    self.glossary = glossary
    self.text = text
  }

  mutating func candidates(for name: Name) -> Found {
    guard name.range.count <= Self.longest else { return ([], "") }
    let key = hash(name)
    if let (other, found) = known[key], other.kind == name.kind, haveSameBytes(other.range, name.range) { return found }
    var found: Found = (look(name.range, name.kind), "")
    if name.kind == .place {
      let bare = bareName(name.range)
      found.unit = bare?.unit ?? ""
      if found.candidates.isEmpty, let bare {
        found.candidates = look(bare.range, .place).map {
          LinkCandidate(concept: $0.concept, match: .name, score: min($0.score, Match.name.score))
        }
      }
    }
    known[key] = (name, found)
    return found
  }

  /// FNV-1a of the bytes; a place and an organisation of one name do not mix.
  private func hash(_ name: Name) -> UInt64 {
    text.bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = name.kind == .place ? 0x84_2225 : 0xCBF2_9CE4_8422_2325
      for offset in name.range.start..<name.range.end {
        hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3
      }
      return hash
    }
  }

  private func haveSameBytes(_ first: TextRange, _ second: TextRange) -> Bool {
    guard first.count == second.count else { return false }
    return text.bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<first.count where bytes[first.start + offset] != bytes[second.start + offset] { return false }
      return true
    }
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

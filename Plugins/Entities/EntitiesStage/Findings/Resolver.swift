import Lexicon
import StageKit

/// Decides between candidates that overlap: organisations before places, the longest wins, and what nests by right stays.
struct Resolver {
  private let page: Page
  private let vocabulary: Vocabulary
  private let candidates: [Candidate]

  init(_ page: Page, _ vocabulary: Vocabulary, _ candidates: [Candidate]) {
    self.page = page
    self.vocabulary = vocabulary
    self.candidates = candidates
  }

  /// The candidates that stand, in document order.
  func resolve() -> [Candidate] {
    if candidates.isEmpty { return [] }
    var kept: [Candidate] = []
    kept.reserveCapacity(candidates.count)
    var isDropped: [Bool] = []
    var stack: [Int] = []
    var hasDropped = false
    candidates: for candidate in distinct() {
      while let top = stack.last, kept[top].end <= candidate.start { stack.removeLast() }
      while let top = stack.last, kept[top].end < candidate.end {
        if wins(candidate, over: kept[top]) {
          isDropped[top] = true
          hasDropped = true
          stack.removeLast()
        } else {
          continue candidates
        }
      }
      if let top = stack.last, !mayNest(candidate, in: kept[top]) { continue }
      stack.append(kept.count)
      kept.append(candidate)
      isDropped.append(false)
    }
    return hasDropped ? kept.indices.filter { !isDropped[$0] }.map { kept[$0] } : kept
  }

  /// Sorted, with one candidate a span.
  private func distinct() -> [Candidate] {
    // By start, the longer first, the weightier first, then in the order in which they were found: one number each.
    // A page has at most 2^16 tokens, and a token begins few candidates.
    let order = candidates.indices.map { index -> UInt64 in
      let candidate = candidates[index]
      let length = UInt64(0xFFFF - min(candidate.length, 0xFFFF))
      let weight = UInt64(1023 - min(1023, Int(Self.weight(candidate) * 512)))
      return UInt64(candidate.start) << 48 | length << 32 | weight << 22 | UInt64(min(index, 0x3F_FFFF))
    }.sorted()
    var result: [Candidate] = []
    result.reserveCapacity(order.count)
    for key in order {
      let candidate = candidates[Int(key & 0x3F_FFFF)]
      guard let last = result.last, last.start == candidate.start, last.end == candidate.end else {
        result.append(candidate)
        continue
      }
      // The winner takes what the lexicon knows of the same thing.
      guard last.type == candidate.type else { continue }
      if last.concepts.count == 0, candidate.concepts.count > 0 {
        result[result.count - 1].concepts = candidate.concepts
        result[result.count - 1].strength = candidate.strength
      }
      if last.pattern < 0 { result[result.count - 1].pattern = candidate.pattern }
    }
    return result
  }

  private static func weight(_ candidate: Candidate) -> Float {
    switch candidate.type {
    case .organisation: candidate.score + 0.01
    case .person: candidate.rule == .personTitle && candidate.score > 0.9 ? 1.5 : candidate.score
    default: candidate.score
    }
  }

  private func wins(_ new: Candidate, over old: Candidate) -> Bool {
    let lengths = (page.range(new).count, page.range(old).count)
    return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : Self.weight(new) > Self.weight(old)
  }

  private func mayNest(_ inner: Candidate, in outer: Candidate) -> Bool {
    switch (outer.type, inner.type) {
    case (.organisation, .place): inner.length < outer.length
    case (.organisation, .organisation): isOwner(inner, in: outer)
    case (.organisation, .person): inner.end == outer.end && inner.score >= 0.8 && inner.start > outer.start
    case (.place, .place): isVenue(outer) && inner.score >= 0.75 && !isSmall(inner)
    default: false
    }
  }

  /// Whether the inner organisation is the one to which the outer belongs: "Office of the Provincial People’s Committee".
  private func isOwner(_ inner: Candidate, in outer: Candidate) -> Bool {
    guard inner.start > outer.start, inner.end == outer.end, inner.score >= 0.8, outer.rule != .lexicon
    else { return false }
    let before = page.tokens[Int(inner.start) - 1]
    return before.words.contains(.joint) || (before.isWord && !before.isCapital)
  }

  /// A building or the like named after the place where it stands.
  private func isVenue(_ candidate: Candidate) -> Bool {
    guard candidate.concepts.count > 0, candidate.rule == .lexicon else { return false }
    return vocabulary.isVenue[typeIndex(candidate)]
  }

  private func isSmall(_ candidate: Candidate) -> Bool {
    candidate.concepts.count == 0 || vocabulary.isSmallUnit[typeIndex(candidate)]
  }

  private func typeIndex(_ candidate: Candidate) -> Int {
    vocabulary.typeIndex(of: page.concepts[Int(candidate.concepts.start)])
  }
}

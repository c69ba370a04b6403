import Lexicon
import StageKit

/// Decides between candidates that overlap: organisations before places, the longest wins, and what nests by right stays.
struct Resolver {
  private let page: Page
  private let vocabulary: Vocabulary
  private let findings: Findings

  init(_ page: Page, _ vocabulary: Vocabulary, _ findings: Findings) {
    self.page = page
    self.vocabulary = vocabulary
    self.findings = findings
  }

  /// The candidates that stand, in document order.
  func resolve() -> [Candidate] {
    var kept: [Candidate] = []
    var isDropped: [Bool] = []
    var stack: [Int] = []
    candidates: for candidate in distinct() {
      while let top = stack.last, kept[top].range.end <= candidate.range.start { stack.removeLast() }
      while let top = stack.last, kept[top].range.end < candidate.range.end {
        if wins(candidate, over: kept[top]) {
          isDropped[top] = true
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
    return kept.indices.filter { !isDropped[$0] }.map { kept[$0] }
  }

  /// Sorted, with one candidate a span.
  private func distinct() -> [Candidate] {
    let sorted = findings.candidates.enumerated().sorted { first, second in
      if first.element.range != second.element.range { return first.element.range < second.element.range }
      let scores = (Self.weight(first.element), Self.weight(second.element))
      return scores.0 != scores.1 ? scores.0 > scores.1 : first.offset < second.offset
    }
    var result: [Candidate] = []
    result.reserveCapacity(sorted.count)
    for (_, candidate) in sorted {
      guard let last = result.last, last.range == candidate.range else {
        result.append(candidate)
        continue
      }
      // The winner takes what the lexicon knows of the same thing.
      if last.type == candidate.type, last.concepts.isEmpty, !candidate.concepts.isEmpty {
        result[result.count - 1].concepts = candidate.concepts
        result[result.count - 1].strength = candidate.strength
      }
      if last.type == candidate.type, last.pattern < 0 { result[result.count - 1].pattern = candidate.pattern }
    }
    return result
  }

  private static func weight(_ candidate: Candidate) -> Double {
    switch candidate.type {
    case .organisation: candidate.score + 0.01
    case .person: candidate.rule == .personTitle && candidate.score > 0.9 ? 1.5 : candidate.score
    default: candidate.score
    }
  }

  private func wins(_ new: Candidate, over old: Candidate) -> Bool {
    if new.range.count != old.range.count { return new.range.count > old.range.count }
    return Self.weight(new) > Self.weight(old)
  }

  private func mayNest(_ inner: Candidate, in outer: Candidate) -> Bool {
    switch (outer.type, inner.type) {
    case (.organisation, .place): inner.range.count < outer.range.count
    case (.organisation, .organisation): isOwner(inner, in: outer)
    case (.organisation, .person):
      inner.range.end == outer.range.end && inner.score >= 0.8 && inner.range.start > outer.range.start
    case (.place, .place): isVenue(outer) && inner.score >= 0.75 && !isSmall(inner)
    default: false
    }
  }

  /// Whether the inner organisation is the one to which the outer belongs: "Office of the Provincial People’s Committee".
  private func isOwner(_ inner: Candidate, in outer: Candidate) -> Bool {
    guard inner.range.start > outer.range.start, inner.range.end == outer.range.end, inner.score >= 0.8,
      outer.rule != .lexicon, let span = TokenSpans(page).span(inner.range)
    else { return false }
    let before = page.tokens[span.start - 1]
    return before.words.contains(.joint) || (before.isWord && !before.isCapital)
  }

  /// A building or the like named after the place where it stands.
  private func isVenue(_ candidate: Candidate) -> Bool {
    guard let first = candidate.concepts.first, candidate.rule == .lexicon else { return false }
    let type = vocabulary.lexicon.type(of: Int(findings.concepts[first]))
    return type == "venue"
  }

  private func isSmall(_ candidate: Candidate) -> Bool {
    guard let first = candidate.concepts.first else { return true }
    return vocabulary.isSmallUnit[vocabulary.lexicon.typeIndex(of: Int(findings.concepts[first]))]
  }
}

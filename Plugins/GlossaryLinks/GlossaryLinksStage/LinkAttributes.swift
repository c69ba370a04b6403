import StageKit
import Synchronization

/// The attributes of links.
///
/// The same names come again and again, in one document and in the next, so that most links share what was made before.
final class LinkAttributes: Sendable {
  private let store: ConceptStore
  private let known = Mutex<[[LinkCandidate]: [Annotation.Attribute]]>([:])

  /// Candidates named on a link.
  private static let mostCandidates = 8
  /// Scores nearer than this are a tie.
  private static let margin = 0.03
  /// Lists of candidates beyond this many are not remembered.
  private static let limit = 20_000

  init(_ store: ConceptStore) { self.store = store }

  /// - Parameter ranked: best first; at least one.
  func attributes(_ ranked: [LinkCandidate]) -> [Annotation.Attribute] {
    let named = ranked.count > Self.mostCandidates ? Array(ranked.prefix(Self.mostCandidates)) : ranked
    if let found = known.withLock({ $0[named] }) { return found }
    let attributes = make(named)
    known.withLock { known in
      if known.count < Self.limit { known[named] = attributes }
    }
    return attributes
  }

  private func make(_ named: [LinkCandidate]) -> [Annotation.Attribute] {
    let tie = Self.isTie(named)
    var attributes: [Annotation.Attribute] = []
    if !tie { attributes.append(.init("concept", store.identifier(of: named[0].concept))) }
    attributes.append(.init("match", .string(named[0].match.rawValue)))
    if tie { attributes.append(.init("tie", true)) }
    attributes.append(
      .init(
        "candidates",
        .list(named.map { [store.identifier(of: $0.concept), .number(Self.rounded(min($0.score, 1)))] })))
    return attributes
  }

  static func isTie(_ ranked: [LinkCandidate]) -> Bool {
    ranked.count > 1 && ranked[0].score - ranked[1].score < margin
  }

  static func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }
}

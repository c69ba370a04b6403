/// Gathers edits in any order and makes an ``EditList`` of them; where two overlap, the one proposed first stays.
///
/// For an editor with several rules that each look at the same text: ask the rules in order of priority.
public struct EditCollector: Sendable {
  private struct Proposal {
    let range: TextRange
    let replacement: [UInt8]
    let reason: String
    let score: Double
    let priority: Int
  }

  private var proposals: [Proposal] = []

  public init() {}

  public var isEmpty: Bool { proposals.isEmpty }

  /// Proposes an edit; its priority falls with every call.
  public mutating func propose(_ range: TextRange, with replacement: String, _ reason: String, score: Double = 1) {
    proposals.append(
      Proposal(
        range: range, replacement: Array(replacement.utf8), reason: reason, score: score, priority: proposals.count))
  }

  /// The edits that stay, sorted.
  public func list() -> EditList {
    var kept: [Proposal] = []
    kept.reserveCapacity(proposals.count)
    let byPlace = proposals.sorted {
      ($0.range.start, $0.range.end, $0.priority) < ($1.range.start, $1.range.end, $1.priority)
    }
    for proposal in byPlace {
      var wins = true
      while let last = kept.last, Self.collide(last.range, proposal.range) {
        if last.priority < proposal.priority {
          wins = false
          break
        }
        kept.removeLast()
      }
      if wins { kept.append(proposal) }
    }
    var edits = EditList()
    for proposal in kept {
      let reason = edits.reason(proposal.reason)
      do {
        try edits.replace(proposal.range, with: proposal.replacement, reason, score: proposal.score)
      } catch {
        preconditionFailure("proposals are sorted and free of overlap: \(error)")
      }
    }
    return edits
  }

  private static func collide(_ first: TextRange, _ second: TextRange) -> Bool {
    first.overlaps(second) || (first.isEmpty && first == second)
      || (second.isEmpty && first.start < second.start && second.start < first.end)
  }
}

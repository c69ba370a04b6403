/// What a rule wants done to a block, in text order.
///
/// Offsets are bytes of the block as the rule saw it.
struct Proposals {
  /// What comes in place of a range.
  enum Replacement {
    case nothing
    case space
    case lineFeed
    case bytes([UInt8])
  }

  struct Repair {
    let start: Int
    let end: Int
    let replacement: Replacement
    let score: Float
  }

  struct Report {
    let start: Int
    let end: Int
    let code: String
    let message: String
  }

  private(set) var repairs: [Repair] = []
  private(set) var reports: [Report] = []

  var isEmpty: Bool { repairs.isEmpty }

  /// Proposes to replace `start..<end`; it must lie behind all ranges proposed before.
  mutating func replace(_ start: Int, _ end: Int, with replacement: Replacement, score: Float = 1) {
    assert(start >= repairs.last?.end ?? 0, "repairs are proposed from left to right")
    repairs.append(Repair(start: start, end: end, replacement: replacement, score: score))
  }

  /// Proposes to delete `start..<end`; neighbouring deletions become one.
  mutating func delete(_ start: Int, _ end: Int) {
    if let last = repairs.last, last.end == start, case .nothing = last.replacement {
      repairs[repairs.count - 1] = Repair(start: last.start, end: end, replacement: .nothing, score: last.score)
    } else {
      replace(start, end, with: .nothing)
    }
  }

  /// Reports something that must not be repaired.
  mutating func report(_ start: Int, _ end: Int, _ code: String, _ message: String) {
    reports.append(Report(start: start, end: end, code: code, message: message))
  }

  mutating func clear() {
    removeRepairs()
    reports.removeAll(keepingCapacity: true)
  }

  mutating func removeRepairs() { repairs.removeAll(keepingCapacity: true) }
}

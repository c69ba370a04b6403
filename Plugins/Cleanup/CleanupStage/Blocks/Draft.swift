/// A block while rules work on it, one after the other: each sees what those before it have made.
///
/// It keeps the difference to the block as it arrived as a sorted list of changes. A repair that overlaps an earlier
/// change swallows it, so that the host gets one edit, with the reason of the later rule.
struct Draft {
  /// A stretch that is no longer what it was; offsets are bytes of the block.
  struct Change {
    let oldStart: Int
    let oldEnd: Int
    var start: Int
    var end: Int
    /// Number of the rule.
    let rule: Int
    let score: Float
  }

  private(set) var bytes: [UInt8]
  private(set) var changes: [Change] = []

  init(_ original: Bytes) { bytes = Array(original) }

  /// Carries out repairs of the rule number `rule`, in one pass over text and changes.
  mutating func apply(_ repairs: [Proposals.Repair], rule: Int) {
    var newBytes: [UInt8] = []
    newBytes.reserveCapacity(bytes.count + repairs.count)
    var newChanges: [Change] = []
    newChanges.reserveCapacity(changes.count + repairs.count)
    var copied = 0
    var nextChange = 0
    var nextRepair = 0
    var delta = 0  // old offset minus offset, behind the last change that was passed

    func keepChange() {
      var moved = changes[nextChange]
      delta = moved.oldEnd - moved.end
      moved.start += newBytes.count - copied
      moved.end += newBytes.count - copied
      newChanges.append(moved)
      nextChange += 1
    }

    while nextRepair < repairs.count {
      let repair = repairs[nextRepair]
      while nextChange < changes.count, changes[nextChange].end <= repair.start { keepChange() }
      var start = repair.start
      var end = repair.end
      var oldStart = start + delta
      let firstRepair = nextRepair
      nextRepair += 1
      while true {
        if nextChange < changes.count, changes[nextChange].start < end, changes[nextChange].end > start {
          let change = changes[nextChange]
          if change.start < start {
            start = change.start
            oldStart = change.oldStart
          }
          end = max(end, change.end)
          delta = change.oldEnd - change.end
          nextChange += 1
        } else if nextRepair < repairs.count, repairs[nextRepair].start < end {
          end = max(end, repairs[nextRepair].end)
          nextRepair += 1
        } else {
          break
        }
      }
      newBytes.append(contentsOf: bytes[copied..<start])
      let newStart = newBytes.count
      copied = start
      for repair in repairs[firstRepair..<nextRepair] {
        newBytes.append(contentsOf: bytes[copied..<repair.start])
        repair.replacement.append(to: &newBytes)
        copied = repair.end
      }
      newBytes.append(contentsOf: bytes[copied..<end])
      copied = end
      newChanges.append(
        Change(
          oldStart: oldStart, oldEnd: end + delta, start: newStart, end: newBytes.count, rule: rule,
          score: repair.score))
    }
    while nextChange < changes.count { keepChange() }
    newBytes.append(contentsOf: bytes[copied...])
    bytes = newBytes
    changes = newChanges
  }

  /// The stretch of the block as it arrived that covers what `start..<end` was made of.
  func oldRange(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var oldStart = start
    var oldEnd = end
    for change in changes {
      if change.end <= start {
        oldStart = start + change.oldEnd - change.end
      } else if change.start < start {
        oldStart = change.oldStart
      }
      if change.start < end {
        oldEnd = change.end <= end ? end + change.oldEnd - change.end : change.oldEnd
      } else {
        break
      }
    }
    return (min(oldStart, oldEnd), oldEnd)
  }
}

extension Proposals.Replacement {
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .nothing: break
    case .space: bytes.append(0x20)
    case .lineFeed: bytes.append(0x0A)
    case .bytes(let replacement): bytes.append(contentsOf: replacement)
    }
  }
}

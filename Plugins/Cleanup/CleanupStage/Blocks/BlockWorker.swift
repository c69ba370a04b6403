import StageKit

/// Lets the rules work on one block after the other.
struct BlockWorker {
  private let repairs: [any CleanupRule]
  private let reports: [any CleanupRule]
  /// Kept apart: asking each rule for its trigger at each block costs more than the rules that have nothing to do.
  private let repairTriggers: [Marks]
  private let reportTriggers: [Marks]
  private let ids: [String]
  private let words: WordBook?

  private var original = Bytes(start: nil, count: 0)
  private var draft: Draft?
  private var proposals = Proposals()
  /// Where the text of the block ends, before its last line end.
  private var textEnd = 0

  /// Rules leave little to each other; so many rounds are enough, and hostile text cannot ask for more.
  private static let mostRounds = 8

  init(repairs: [any CleanupRule], reports: [any CleanupRule], words: WordBook?) {
    self.repairs = repairs
    self.reports = reports
    repairTriggers = repairs.map(\.trigger)
    reportTriggers = reports.map(\.trigger)
    ids = repairs.map(\.description.id)
    self.words = words
  }

  /// Runs all rules on a block of the text `bytes`.
  mutating func work(on extent: BlockReader.Extent, in bytes: Bytes) {
    original = Bytes(rebasing: bytes[extent.start..<extent.end])
    draft = nil
    textEnd = extent.textEnd - extent.start
    proposals.clear()
    var marks = extent.marks
    var rounds = 0
    while rounds < Self.mostRounds, runRepairs(&marks) { rounds += 1 }
    for number in reportTriggers.indices where !marks.isDisjoint(with: reportTriggers[number]) {
      scan(reports[number], marks)
    }
  }

  /// Runs each repairing rule once; returns whether one of them changed something.
  private mutating func runRepairs(_ marks: inout Marks) -> Bool {
    var hasChanged = false
    for number in repairTriggers.indices where !marks.isDisjoint(with: repairTriggers[number]) {
      scan(repairs[number], marks)
      if proposals.isEmpty { continue }
      var changed = draft ?? Draft(original)
      draft = nil
      changed.apply(proposals.repairs, rule: number)
      proposals.removeRepairs()
      (marks, textEnd) = Self.census(changed.bytes)
      draft = changed
      hasChanged = true
    }
    return hasChanged
  }

  private mutating func scan(_ rule: any CleanupRule, _ marks: Marks) {
    if let draft {
      draft.bytes.withUnsafeBufferPointer { rule.scan(Block(bytes: $0, marks: marks, words: words), &proposals) }
    } else {
      rule.scan(Block(bytes: original, marks: marks, words: words), &proposals)
    }
  }

  private static func census(_ bytes: [UInt8]) -> (marks: Marks, textEnd: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = BlockReader(bytes)
      var marks: Marks = []
      var textEnd = 0
      while let extent = reader.next() {
        marks.formUnion(extent.marks)
        if extent.textEnd > extent.start { textEnd = extent.textEnd }
      }
      return (marks, textEnd)
    }
  }

  /// Calls `body` with the text of the block as it has become, without the blank lines behind it.
  func withText(_ body: (Bytes) -> Void) {
    if let draft {
      draft.bytes.withUnsafeBufferPointer { body(Bytes(rebasing: $0[..<textEnd])) }
    } else {
      body(Bytes(rebasing: original[..<textEnd]))
    }
  }

  /// Gives what the rules found to `gathered`, in offsets of the whole text.
  func hand(over extent: BlockReader.Extent, to gathered: inout Gathered) {
    if gathered.reasons.isEmpty { gathered.reasons = ids }
    if let draft {
      for change in draft.changes {
        let replacement = draft.bytes[change.start..<change.end]
        // Rules may have taken back what others did.
        if original[change.oldStart..<change.oldEnd].elementsEqual(replacement) { continue }
        gathered.add(
          TextRange(extent.start + change.oldStart, extent.start + change.oldEnd), with: replacement, rule: change.rule,
          score: change.score)
      }
    }
    for report in proposals.reports {
      let old = draft?.oldRange(report.start, report.end) ?? (start: report.start, end: report.end)
      gathered.findings.append(
        Finding(.warning, report.code, TextRange(extent.start + old.start, extent.start + old.end), report.message))
    }
  }
}

import StageKit

/// More than one blank line in a row.
struct BlankLines: CleanupRule {
  let description = RuleDescription(
    "cleanup.blank-lines", "Makes one blank line of several.",
    examples: [.init("one\n\n\n\ntwo", "one\n\ntwo"), .init("\n\n\none", "\none"), .untouched("one\n\ntwo\n")])
  let trigger: Marks = .blankLines

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] == 0x0A { index += 1 }
      let allowed = start == 0 ? 1 : 2
      if index - start > allowed { proposals.delete(start + allowed, index) }
    }
  }
}

import StageKit

/// White space at the end of a line.
struct TrailingSpace: CleanupRule {
  let description = RuleDescription(
    "cleanup.trailing-space", "Deletes white space at the end of lines.",
    examples: [.init("one  \ntwo\t \n \nthree ", "one\ntwo\n\nthree"), .untouched("one\n\ntwo")])
  let trigger: Marks = .trailingSpace

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    block.forEachLine { start, end in
      var last = end
      while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
      if last < end { proposals.delete(last, end) }
    }
  }
}

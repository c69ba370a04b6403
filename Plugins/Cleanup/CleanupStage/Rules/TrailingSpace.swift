import StageKit

/// White space at the end of a line.
struct TrailingSpace: CleanupRule {
  let description = RuleDescription(
    "cleanup.trailing-space", "Deletes white space at the end of lines, but not the tabs of empty cells.",
    examples: [
      .init("one  \ntwo\t \n \nthree ", "one\ntwo\n\nthree"), .untouched("one\n\ntwo"),
      .untouched("a\tb\t\t\n\t\t\nc\td\te"),
    ])
  let trigger: Marks = .trailingSpace

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    block.forEachLine { start, end in
      var last = end
      while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
      guard last < end else { return }
      // Empty cells at the end of a row of a table.
      let tabs = bytes[start..<end].count { $0 == 0x09 }
      if tabs < 2 || !bytes[last..<end].contains(0x09) { proposals.delete(last, end) }
    }
  }
}

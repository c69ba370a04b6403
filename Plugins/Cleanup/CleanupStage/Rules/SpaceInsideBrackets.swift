import StageKit

/// A space on one inner side of a pair of brackets.
struct SpaceInsideBrackets: CleanupRule {
  let description = RuleDescription(
    "cleanup.space-inside-brackets",
    "Deletes spaces behind an opening or before a closing round bracket if the other side has none.",
    examples: [
      .init("(about 20,000 immigrants )", "(about 20,000 immigrants)"),
      .init("ở ( Hà Nội) và Huế", "ở (Hà Nội) và Huế"),
      .untouched("f( x ) = ( y )"),
      .untouched("(False, True ): None, x = y"),
      .untouched("great :) and then ( nothing"),
      .untouched("a ) first point"),
    ])
  let trigger: Marks = [.bracket, .spaceBeforeMark]

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    // One open bracket is remembered: nested ones are left alone.
    var open: Int?
    var prose = ProseCheck()
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: open = nil
      case 0x28: open = open == nil ? index : nil
      case 0x29:
        if let start = open { Self.look(block, start, index, &prose, &proposals) }
        open = nil
      default: break
      }
      index += 1
    }
  }

  private static func look(
    _ block: Block, _ open: Int, _ close: Int, _ prose: inout ProseCheck, _ proposals: inout Proposals
  ) {
    let bytes = block.bytes
    var first = open + 1
    while first < close, bytes[first] == 0x20 { first += 1 }
    var last = close
    while last > first, bytes[last - 1] == 0x20 { last -= 1 }
    let opensWide = first > open + 1
    let closesWide = last < close
    guard opensWide != closesWide, last > first else { return }
    // Words inside, and white space or the start of the line before: not a call in a program.
    let before = bytes.scalar(before: open)
    guard before.isBlank || before.isOpening, prose.isProse(block, at: open) else { return }
    if opensWide {
      if bytes.scalar(at: first).isLatinLetterOrDigit { proposals.delete(open + 1, first) }
    } else {
      let inner = bytes.scalar(before: last)
      if inner.isLatinLetterOrDigit || inner == 0x25 || inner == 0x2E { proposals.delete(last, close) }
    }
  }
}

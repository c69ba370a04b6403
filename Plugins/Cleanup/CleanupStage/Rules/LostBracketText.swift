import StageKit

/// Text that is missing behind an opening bracket: reported, not repaired, since nobody knows what stood there.
struct LostBracketText: CleanupRule {
  static let code = "cleanup.lost-bracket-text"
  let description = RuleDescription(
    code, "Reports a bracket whose text is lost: “(, with”, “( ; ”, “( )”.",
    examples: [.untouched("Network of Action for Migrant Workers (, with support from others"), .untouched("f(, x)")])
  let trigger: Marks = .bracket

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x28 else {
        index += 1
        continue
      }
      let open = index
      index += 1
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, open > 1, bytes[open - 1] == 0x20 else { continue }
      let mark = bytes[index]
      let isEmptyPair = mark == 0x29 && index > open + 1
      let isLost = (mark == 0x2C || mark == 0x3B) && bytes.scalarOrEnd(at: index + 1).isBlank
      guard isEmptyPair || isLost, Self.followsWord(bytes, open - 1) else { continue }
      let found = String(decoding: bytes[open...index], as: UTF8.self)
      proposals.report(
        open, index + 1, Self.code,
        "The text in the bracket “\(found)” is lost; look it up in the original publication.")
      index += 1
    }
  }

  private static func followsWord(_ bytes: Bytes, _ offset: Int) -> Bool {
    let before = bytes.scalar(before: offset)
    return before.isLatinLetterOrDigit || before.isClosing
  }
}

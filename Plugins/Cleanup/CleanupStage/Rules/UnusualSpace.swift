import StageKit

/// Spaces other than the ordinary one.
struct UnusualSpace: CleanupRule {
  let description = RuleDescription(
    "cleanup.unusual-space",
    "Makes ordinary spaces of no-break spaces and other spaces of Unicode, except in numbers, in French punctuation and "
      + "in East Asian text.",
    examples: [
      .init("Hà\u{A0}Nội, ngày\u{2003}5", "Hà Nội, ngày 5"),
      .untouched("1\u{A0}000\u{202F}000 đồng"),
      .untouched("Il dit\u{A0}: «\u{A0}Pourquoi\u{202F}?\u{A0}»"),
      .untouched("日本\u{3000}東京"),
    ])
  let trigger: Marks = .unusualSpace

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte != 0xC2, byte != 0xE2, byte != 0xE3 {
        index += 1
        continue
      }
      let scalar = bytes.scalar(at: index)
      let end = index + bytes.scalarLength(at: index)
      if ScalarKind(scalar) == .space, !Self.belongs(scalar, bytes.scalar(before: index), bytes.scalarOrEnd(at: end)) {
        proposals.replace(index, end, with: .space)
      }
      index = end
    }
  }

  /// Whether the space is right between these two.
  private static func belongs(_ space: UInt32, _ before: UInt32, _ after: UInt32) -> Bool {
    switch space {
    case 0x3000: return before >= 0x2E80 && before != 0x3000 || after >= 0x2E80 && after != 0x3000
    case 0xA0, 0x202F, 0x2007, 0x2009:
      if before.isDigit, after.isDigit || after == 0x25 { return true }
      if before == 0xAB || after == 0xBB { return true }
      return (after == 0x3A || after == 0x3B || after == 0x21 || after == 0x3F) && !before.isBlank
    default: return false
    }
  }
}

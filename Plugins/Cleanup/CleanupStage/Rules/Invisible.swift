import StageKit

/// Characters that nobody sees and no search finds through.
struct Invisible: CleanupRule {
  let description = RuleDescription(
    "cleanup.invisible",
    "Deletes zero-width spaces, byte order marks, joiners, direction marks and control characters, except where a "
      + "script or an emoji needs them; a zero-width space before a capital letter becomes a space.",
    examples: [
      .init("mi\u{200B}grant \u{FEFF}workers", "migrant workers"),
      .init("Fair\u{200B}Labour Association", "Fair Labour Association"),
      .init("Hà\u{0} Nội\u{202C}", "Hà Nội"),
      .init("co\u{200D}operation", "cooperation"),
      .untouched("👩\u{200D}👩\u{200D}👧 và 👨\u{200D}🌾"),
      .untouched("می\u{200C}خواهم"),
      .untouched("क\u{94D}\u{200D}ष"),
      .untouched("ប្រទេស\u{200B}កម្ពុជា"),
      .untouched("Tel. \u{200E}(04) 123 שלום"),
    ])
  let trigger: Marks = .invisible

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    let looksUndecoded = LegacyEncoding.isLikely(bytes)
    let hasRightToLeft = block.marks.contains(.rightToLeft)
    var index = 0
    // The last scalar that was kept, for the neighbours of joiners.
    var kept: UInt32 = 0x0A
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        kept = UInt32(byte)
        index += 1
        continue
      }
      let scalar = bytes.scalar(at: index)
      let end = index + bytes.scalarLength(at: index)
      let isDamage =
        switch ScalarKind(scalar) {
        case .invisible: !(looksUndecoded && scalar < 0xA0)
        case .joiner: Self.isPlain(kept) || Self.isPlain(bytes.scalarOrEnd(at: end))
        case .zeroWidthSpace: !Self.writesNoSpaces(kept) && !Self.writesNoSpaces(bytes.scalarOrEnd(at: end))
        case .bidi: !hasRightToLeft
        case .other, .lineEnd, .space, .softHyphen: false
        }
      if !isDamage {
        kept = scalar
      } else if scalar == 0x200B, kept.isSmallLetter, bytes.scalarOrEnd(at: end).isCapital {
        // "Fair" and "Wear" with nothing visible between: the only trace of a space.
        proposals.replace(index, end, with: .space)
        kept = 0x20
      } else {
        proposals.delete(index, end)
      }
      index = end
    }
  }

  /// Latin, Greek and Cyrillic letters, white space, punctuation: none of them joins.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    scalar < 0x590 || 0x1E00...0x1FFF ~= scalar || (0x2000...0x20CF ~= scalar && scalar != 0x200C && scalar != 0x200D)
  }

  /// Thai, Lao, Tibetan, Myanmar, Khmer, and the scripts of East Asia.
  private static func writesNoSpaces(_ scalar: UInt32) -> Bool {
    0x0E00...0x0FFF ~= scalar || 0x1000...0x109F ~= scalar || 0x1780...0x17FF ~= scalar
      || 0x19E0...0x19FF ~= scalar || 0xA9E0...0xAA7F ~= scalar || 0x2E80...0xD7FF ~= scalar
      || 0x20000...0x3FFFF ~= scalar
  }
}

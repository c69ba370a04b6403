/// Signs that a stretch is Vietnamese in a legacy code that was never decoded.
///
/// There, soft hyphens and control characters are letters (TCVN3 writes ư as 0xAD, VISCII puts letters among the
/// controls), and deleting them would lose the letters for good.
enum LegacyEncoding {
  /// Whether at least two symbols of the Latin-1 block, or three control characters, stand where letters do.
  static func isLikely(_ bytes: Bytes) -> Bool {
    var symbols = 0
    var controls = 0
    var index = 0
    var previous: UInt32 = 0x20
    while index < bytes.count {
      let scalar = bytes.scalar(at: index)
      index += bytes.scalarLength(at: index)
      if scalar == 0x20 || scalar == 0x0A {
        previous = scalar
        continue
      }
      // Letters of TCVN3 that Latin-1 shows as symbols; ® (đ) opens words, the others stand inside or end them.
      let isSymbol =
        switch scalar {
        case 0xA6...0xA8, 0xAA...0xAC, 0xB5...0xB9, 0xBC...0xBE: previous.isLatinLetter
        case 0xAE: !previous.isLatinLetter && bytes.scalarOrEnd(at: index).isLatinLetter
        default: false
        }
      let isControl = scalar < 0x09 || 0x0E...0x1F ~= scalar || 0x80...0x9F ~= scalar && scalar != 0x85
      if isSymbol { symbols += 1 }
      if isControl, previous.isLatinLetter, bytes.scalarOrEnd(at: index).isLatinLetter { controls += 1 }
      previous = scalar
      if symbols >= 2 || controls >= 3 { return true }
    }
    return false
  }
}

import StageKit

/// What the bytes of a cell ask for, found eight at a time.
struct CellShape {
  /// Whether a byte calls for quotation marks: a separator of any dialect, or a quotation mark.
  private(set) var needsQuotes = false
  /// Whether the bytes can stand as they are: no white space but single spaces inside, no quotation marks.
  private(set) var isPlain = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = UnsafeRawPointer(bytes.baseAddress), !bytes.isEmpty else { return }
    let count = bytes.count
    // Bytes that call for quotation marks, and bytes that cannot stand: the high bit of each.
    var quotes: UInt64 = 0
    var gaps: UInt64 = 0
    var offset = 0
    var endsInSpace = true  // a space at the start is not plain either
    while offset < count {
      let length = min(count - offset, 8)
      var word: UInt64 = Self.ones &* 0x41
      if length == 8 {
        word = UInt64(littleEndian: (base + offset).loadUnaligned(as: UInt64.self))
      } else {
        for index in 0..<length {
          word = word & ~(0xFF << UInt64(8 * index)) | UInt64(bytes[offset + index]) << UInt64(8 * index)
        }
      }
      let spaces = Self.zeros(word ^ Self.ones &* 0x20)
      let marks = Self.zeros(word ^ Self.ones &* 0x22)
      quotes |= marks | Self.zeros(word ^ Self.ones &* 0x2C) | Self.zeros(word ^ Self.ones &* 0x3B)
      gaps |= marks | Self.zeros(word ^ Self.ones &* 0x7F) | (Self.zeros(word & (Self.ones &* 0xE0)))
      gaps |= spaces & (spaces << 8 | (endsInSpace ? 0x80 : 0))
      endsInSpace = spaces >> UInt64(8 * length - 1) & 1 != 0
      offset += length
    }
    needsQuotes = quotes != 0
    isPlain = gaps == 0 && !endsInSpace
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero, and of no other.
  private static func zeros(_ word: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((word & lows) &+ lows | word | lows)
  }
}

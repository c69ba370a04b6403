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
    // High bits say that there are bytes that call for quotation marks, or that cannot stand.
    var quotes: UInt64 = 0
    var gaps: UInt64 = 0
    var offset = 0
    var endsInSpace = true  // a space at the start is not plain either
    while offset < count {
      let length = min(count &- offset, 8)
      var word = ByteWord.load(base + offset, length)
      if length < 8 { word |= (Self.ones &* 0x41) &<< UInt64(truncatingIfNeeded: 8 &* length) }
      let spaces = Self.zeros(word ^ Self.ones &* 0x20)
      let marks = Self.anyZero(word ^ Self.ones &* 0x22)
      quotes |= marks | Self.anyZero(word ^ Self.ones &* 0x2C) | Self.anyZero(word ^ Self.ones &* 0x3B)
      gaps |= marks | Self.anyZero(word ^ Self.ones &* 0x7F) | ((word &- Self.ones &* 0x20) & ~word)
      gaps |= spaces & (spaces &<< 8 | (endsInSpace ? 0x80 : 0))
      endsInSpace = spaces &>> UInt64(truncatingIfNeeded: 8 &* length &- 1) & 1 != 0
      offset &+= length
    }
    needsQuotes = quotes & Self.highs != 0
    isPlain = gaps & Self.highs == 0 && !endsInSpace
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Has a high bit set if and only if a byte is zero; which one it is, the lowest set bit says.
  private static func anyZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  /// The high bit of each byte that is zero, and of no other.
  private static func zeros(_ word: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((word & lows) &+ lows | word | lows)
  }
}

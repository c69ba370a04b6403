import StageKit

extension OutputBuffer {
  private static func isCandidate(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0x7F || byte == 0x22 || byte & 0xFE == 0x26
      || byte & 0xFD == 0x3C
  }

  /// Appends text so that it can stand in an element or in a quoted attribute.
  ///
  /// Control characters, which HTML does not allow, appear as the pictures that Unicode has for them (U+2400 and on); line
  /// ends of all kinds become line feeds.
  mutating func append(escaped bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    var written = 0
    var offset = 0
    while offset < bytes.count {
      if bytes.count - offset >= 8 {
        let word = (base + offset).loadUnaligned(as: UInt64.self)
        var found = (word &- ones &* 0x20) & ~word & highs
        found |= zeros(word ^ ones &* 0x22) | zeros((word & (ones &* 0xFE)) ^ ones &* 0x26)
        found |= zeros((word & (ones &* 0xFD)) ^ ones &* 0x3C) | zeros(word ^ ones &* 0x7F)
        if found == 0 {
          offset += 8
          continue
        }
        offset += UInt64(littleEndian: found).trailingZeroBitCount / 8
      }
      let byte = bytes[offset]
      if Self.isCandidate(byte) {
        append(bytes, written..<offset)
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        appendEscape(byte, next: next)
        written = offset + 1
      }
      offset += 1
    }
    append(bytes, written..<bytes.count)
  }

  private mutating func appendEscape(_ byte: UInt8, next: UInt8) {
    switch byte {
    case 0x26: append("&amp;")
    case 0x3C: append("&lt;")
    case 0x3E: append("&gt;")
    case 0x22: append("&quot;")
    case 0x27: append("&#39;")
    case 0x0D: if next != 0x0A { append(0x0A) }
    case 0x7F: append("\u{2421}")
    default:
      append(0xE2)
      append(0x90)
      append(0x80 + byte)
    }
  }

  mutating func append(escaped string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ append(escaped: $0) }) == nil {
      var string = string
      string.withUTF8 { append(escaped: $0) }
    }
  }

  mutating func append(escaped bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append(escaped: $0) }
  }

  /// Appends an integer with commas between thousands.
  mutating func append(grouped value: Int) {
    if value < 1000 {
      append(decimal: value)
      return
    }
    append(grouped: value / 1000)
    append(0x2C)
    let rest = value % 1000
    if rest < 100 { append(0x30) }
    if rest < 10 { append(0x30) }
    append(decimal: rest)
  }

  /// Appends a count and its noun: “1 edit”, “2 edits”.
  mutating func append(_ count: Int, _ one: StaticString, _ many: StaticString) {
    append(grouped: count)
    append(0x20)
    append(count == 1 ? one : many)
  }
}

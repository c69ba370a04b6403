/// The escapes of JSON strings, on bytes.
enum JSONEscape {
  /// Appends the inside of a string literal for `bytes`, which must be valid UTF-8.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout OutputBuffer, isForHTML: Bool) {
    let count = bytes.count
    var written = 0
    var offset = firstCandidate(bytes, from: 0, isForHTML)
    while offset < count {
      let byte = bytes[offset]
      if byte < 0x80 {
        out.append(bytes, written..<offset)
        appendEscape(byte, to: &out)
        offset += 1
        written = offset
      } else if let special = special(bytes, at: offset) {
        out.append(bytes, written..<offset)
        appendUnicode(special.unit, to: &out)
        offset += special.length
        written = offset
      } else {
        offset += 1
      }
      offset = firstCandidate(bytes, from: offset, isForHTML)
    }
    out.append(bytes, written..<count)
  }

  private static func appendEscape(_ byte: UInt8, to out: inout OutputBuffer) {
    switch byte {
    case 0x22: out.append("\\\"")
    case 0x5C: out.append("\\\\")
    case 0x0A: out.append("\\n")
    case 0x0D: out.append("\\r")
    case 0x09: out.append("\\t")
    case 0x08: out.append("\\b")
    case 0x0C: out.append("\\f")
    default: appendUnicode(UInt16(byte), to: &out)
    }
  }

  /// A line separator (U+0085, U+2028, U+2029) or U+FEFF at `offset`, and its length in bytes.
  private static func special(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (unit: UInt16, length: Int)? {
    guard offset + 1 < bytes.count else { return nil }
    switch (bytes[offset], bytes[offset + 1]) {
    case (0xC2, 0x85): return (0x85, 2)
    case (0xE2, 0x80):
      guard offset + 2 < bytes.count, bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 else { return nil }
      return (0x2000 + UInt16(bytes[offset + 2] & 0x3F), 3)
    case (0xEF, 0xBB): return offset + 2 < bytes.count && bytes[offset + 2] == 0xBF ? (0xFEFF, 3) : nil
    default: return nil
    }
  }

  private static func appendUnicode(_ unit: UInt16, to out: inout OutputBuffer) {
    let digits: StaticString = "0123456789abcdef"
    out.append(0x5C)
    out.append(0x75)
    for shift in [12, 8, 4, 0] as [UInt16] { out.append(digits.utf8Start[Int(unit >> shift & 0xF)]) }
  }

  /// Whether a byte must be escaped, or may begin a character that must.
  ///
  /// No table: a table would be an array, and this runs too often to count references to one.
  private static func isCandidate(_ byte: UInt8, _ isForHTML: Bool) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
      || (isForHTML && (byte == 0x26 || byte == 0x3C || byte == 0x3E))
  }

  /// Offset of the first candidate; `bytes.count` if there is none.
  ///
  /// Eight bytes at a time, found by the borrow trick: subtracting one sets the high bit of a byte that was zero.
  private static func firstCandidate(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isForHTML: Bool
  ) -> Int {
    let count = bytes.count
    var offset = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return count }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    while count - offset >= 8 {
      let word = (base + offset).loadUnaligned(as: UInt64.self)
      var found = (word &- ones &* 0x20) & ~word & highs
      found |= zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C)
      if word & highs != 0 {
        found |= zeros(word ^ ones &* 0xC2) | zeros(word ^ ones &* 0xE2) | zeros(word ^ ones &* 0xEF)
      }
      if isForHTML {
        found |= zeros(word ^ ones &* 0x26) | zeros(word ^ ones &* 0x3C) | zeros(word ^ ones &* 0x3E)
      }
      if found != 0 { return offset + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count, !isCandidate(bytes[offset], isForHTML) { offset += 1 }
    return offset
  }
}

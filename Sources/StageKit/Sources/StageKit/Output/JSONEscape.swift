/// The escapes of JSON strings, on bytes.
enum JSONEscape {
  /// What to do with a byte: nothing, a two-character escape, `\u00XX`, or a look at what follows.
  private static let plain: UInt8 = 0
  private static let unicode: UInt8 = 1
  private static let lead: UInt8 = 2

  private static let jsonTable = table(isForHTML: false)
  private static let htmlTable = table(isForHTML: true)

  private static func table(isForHTML: Bool) -> [UInt8] {
    var table = [UInt8](repeating: plain, count: 256)
    for control in 0..<0x20 { table[control] = unicode }
    for (byte, letter) in [(0x08, "b"), (0x09, "t"), (0x0A, "n"), (0x0C, "f"), (0x0D, "r")] {
      table[byte] = Array(letter.utf8)[0]
    }
    table[0x22] = 0x22
    table[0x5C] = 0x5C
    table[0xC2] = lead
    table[0xE2] = lead
    table[0xEF] = lead
    if isForHTML { for byte in "<>&".utf8 { table[Int(byte)] = unicode } }
    return table
  }

  /// Appends the inside of a string literal for `bytes`, which must be valid UTF-8.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout OutputBuffer, isForHTML: Bool) {
    (isForHTML ? htmlTable : jsonTable).withUnsafeBufferPointer { table in
      let count = bytes.count
      var written = 0
      var offset = 0
      while offset < count {
        offset = firstSpecial(bytes, from: offset, table)
        guard offset < count else { break }
        let byte = bytes[offset]
        let action = table[Int(byte)]
        if action == lead {
          guard let special = special(bytes, at: offset) else {
            offset += 1
            continue
          }
          out.append(bytes, written..<offset)
          appendUnicode(special.unit, to: &out)
          offset += special.length
        } else {
          out.append(bytes, written..<offset)
          if action == unicode {
            appendUnicode(UInt16(byte), to: &out)
          } else {
            out.append(0x5C)
            out.append(action)
          }
          offset += 1
        }
        written = offset
      }
      out.append(bytes, written..<count)
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

  /// Offset of the first byte with an entry in the table; `bytes.count` if there is none.
  ///
  /// Eight bytes at a time: controls, quote, backslash, and for HTML's sake `&`, `<`, `>`, found by the borrow trick.
  private static func firstSpecial(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ table: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = bytes.count
    var offset = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return count }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    let isForHTML = table[0x3C] != plain
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
    while offset < count, table[Int(bytes[offset])] == plain { offset += 1 }
    return offset
  }
}

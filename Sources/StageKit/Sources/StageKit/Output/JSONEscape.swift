/// The escapes of JSON strings, on bytes.
enum JSONEscape {
  /// Appends the inside of a string literal for `bytes`, which must be valid UTF-8.
  ///
  /// Copies eight bytes at a time and looks for candidates in them on the way.
  @inline(__always) static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout OutputBuffer, isForHTML: Bool)
  {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let count = bytes.count
    var offset = 0
    while true {
      offset = copy(base, offset..<count, to: &out, isForHTML)
      guard offset < count else { return }
      offset += appendCandidate(bytes, at: offset, to: &out)
    }
  }

  /// Appends a candidate, escaped if it must be, and returns its length in `bytes`.
  @inline(never) private static func appendCandidate(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, to out: inout OutputBuffer
  ) -> Int {
    if bytes[offset] < 0x80 {
      appendEscape(bytes[offset], to: &out)
    } else if let special = special(bytes, at: offset) {
      appendUnicode(special.unit, to: &out)
      return special.length
    } else {
      out.append(bytes[offset])
    }
    return 1
  }

  /// Copies up to the first candidate, and returns where that is: the end of `range` if there is none.
  @inline(__always) private static func copy(
    _ base: UnsafeRawPointer, _ range: Range<Int>, to out: inout OutputBuffer, _ isForHTML: Bool
  ) -> Int {
    out.reserve(range.count &+ 8)
    let start = UnsafeMutableRawPointer(out.base + out.used) - range.lowerBound
    var offset = range.lowerBound
    var found: UInt64 = 0
    while range.upperBound &- offset >= 8 {
      let word = (base + offset).loadUnaligned(as: UInt64.self)
      (start + offset).storeBytes(of: word, as: UInt64.self)
      found = candidates(UInt64(littleEndian: word), isForHTML)
      if found != 0 { break }
      offset &+= 8
    }
    let rest = range.upperBound &- offset
    if rest > 0, rest < 8 {
      let word = ByteWord.load(base + offset, rest)
      (start + offset).storeBytes(of: UInt64(littleEndian: word), as: UInt64.self)
      found = candidates(word, isForHTML) & (.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* rest))
      if found == 0 { offset &+= rest }
    }
    if found != 0 { offset &+= found.trailingZeroBitCount / 8 }
    out.used &+= offset &- range.lowerBound
    return offset
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

  /// The high bit of the first byte that must be escaped, or may begin a character that must; bits behind it mean nothing.
  ///
  /// Found by the borrow trick: subtracting one sets the high bit of a byte that was zero.
  @inline(__always) private static func candidates(_ word: UInt64, _ isForHTML: Bool) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // The high bits of bytes below 0x80 that are control characters, quotation marks or backslashes …
    var low = (word &- ones &* 0x20) | ((word ^ ones &* 0x22) &- ones) | ((word ^ ones &* 0x5C) &- ones)
    if isForHTML {
      low |= ((word ^ ones &* 0x26) &- ones) | ((word ^ ones &* 0x3C) &- ones) | ((word ^ ones &* 0x3E) &- ones)
    }
    // … and of those from 0x80 on that are C2, E2 or EF.
    let high = ((word ^ ones &* 0xC2) &- ones) | ((word ^ ones &* 0xE2) &- ones) | ((word ^ ones &* 0xEF) &- ones)
    return (low & ~word | high & word) & highs
  }
}

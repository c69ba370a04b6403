/// Validation of UTF-8 by Table 3-7 of the Unicode Standard (no overlong forms, no surrogates, nothing above U+10FFFF).
public enum UTF8Check {
  /// Length in bytes of the well-formed sequence at `offset`, or `nil` if none is there.
  @inlinable public static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    let left = bytes.count - offset
    func continuation(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index < left && bytes[offset + index] >= low && bytes[offset + index] <= high
    }
    switch lead {
    case 0xC2...0xDF: return continuation(1) ? 2 : nil
    case 0xE0: return continuation(1, 0xA0) && continuation(2) ? 3 : nil
    case 0xED: return continuation(1, 0x80, 0x9F) && continuation(2) ? 3 : nil
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : nil
    case 0xF0: return continuation(1, 0x90) && continuation(2) && continuation(3) ? 4 : nil
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : nil
    case 0xF4: return continuation(1, 0x80, 0x8F) && continuation(2) && continuation(3) ? 4 : nil
    default: return nil
    }
  }

  /// Offset of the first byte that does not begin a well-formed sequence, at or after `start`; `nil` if there is none.
  public static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    var offset = start
    let count = bytes.count
    guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return nil }
    while count - offset >= 8 {
      let word = UInt64(littleEndian: (base + offset).loadUnaligned(as: UInt64.self))
      let marks = word & 0x8080_8080_8080_8080
      if marks == 0 {
        offset += 8
        continue
      }
      let leading = marks.trailingZeroBitCount / 8
      offset += leading
      // The two shapes that Vietnamese is made of, judged on one load; what is left of the word holds them, or the next.
      guard count - offset >= 4 else { break }
      let next = UInt32(littleEndian: (base + offset).loadUnaligned(as: UInt32.self))
      if next & 0xC0E0 == 0x80C0, next & 0x1E != 0 {
        offset += 2
      } else if next & 0xC0_C0F0 == 0x80_80E0, next & 0x200F != 0, next & 0x200F != 0x200D {
        offset += 3
      } else {
        guard let length = sequenceLength(bytes, at: offset) else { return offset }
        offset += length
      }
    }
    while offset < count {
      guard let length = sequenceLength(bytes, at: offset) else { return offset }
      offset += length
    }
    return nil
  }

  public static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid(in: $0) }
  }
}

/// A stretch of letters, digits and bytes beyond ASCII as two integers: the key by which tables of words find it.
@frozen public struct ShortWord: Equatable, Sendable {
  /// The first eight bytes, the first one lowest; zeros stand for the bytes behind the last.
  public let low: UInt64
  /// The ninth byte and those behind it.
  public let high: UInt64
  /// Length in bytes, 1 to 15.
  public let count: Int

  /// Reads from `start` up to the next ASCII byte that is neither letter nor digit.
  ///
  /// - Parameter limit: bytes that may be read.
  /// - Returns: `nil` if there are none, more than 15, or fewer than 16 bytes before `limit`.
  @inlinable @inline(__always) public init?(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int) {
    guard start &+ 16 <= limit else { return nil }
    let raw = UnsafeRawPointer(bytes + start)
    let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let ends = Self.ends(first)
    if ends != 0 {
      let bits = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount &- 7)
      guard bits > 0 else { return nil }
      low = first & ((1 &<< bits) &- 1)
      high = 0
      count = Int(truncatingIfNeeded: bits &>> 3)
    } else {
      let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let ends = Self.ends(second)
      guard ends != 0 else { return nil }
      let bits = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount &- 7)
      low = first
      high = second & ((1 &<< bits) &- 1)
      count = 8 &+ Int(truncatingIfNeeded: bits &>> 3)
    }
  }

  /// The highest bit of each byte that is ASCII and neither letter nor digit.
  @inlinable @inline(__always) static func ends(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let top = ones &* 0x80
    // Sums of numbers below 128 do not reach into the next byte, and tell by their highest bit.
    let low = word & ~top
    let small = low | ones &* 0x20
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    return ~(letters | digits | word) & top
  }

  /// A number below `2^bits`, for a table of that size.
  @inlinable @inline(__always) public func place(bits: UInt64) -> Int {
    let mixed = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: ((mixed ^ mixed &>> 32) &* 0xD6E8_FEB8_6659_FD93) &>> (64 &- bits))
  }
}

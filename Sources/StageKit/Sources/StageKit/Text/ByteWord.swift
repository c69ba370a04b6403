/// Eight bytes as one integer, for work on text eight bytes at a time.
public enum ByteWord {
  /// The next `count` bytes, 1 to 8, the first one lowest; zeros stand for the bytes behind them.
  @inlinable @inline(__always) public static func load(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count == 8 { return UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      // Two halves, which may overlap.
      let low = UInt64(UInt32(littleEndian: base.loadUnaligned(as: UInt32.self)))
      let high = UInt64(UInt32(littleEndian: (base + (count &- 4)).loadUnaligned(as: UInt32.self)))
      return low | high &<< UInt64(truncatingIfNeeded: 8 &* (count &- 4))
    }
    var word = UInt64(base.load(as: UInt8.self))
    if count > 1 { word |= UInt64((base + 1).load(as: UInt8.self)) &<< 8 }
    if count > 2 { word |= UInt64((base + 2).load(as: UInt8.self)) &<< 16 }
    return word
  }
}

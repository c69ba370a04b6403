/// Reads single Unicode scalars out of bytes that are known to be valid UTF-8, without making a `String`.
public enum UTF8Decode {
  /// The scalar that starts at `offset`, which must be a scalar boundary before the end; `length` is 1 to 4 bytes.
  @inlinable public static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(bytes, offset + 1), 2) }
    if lead < 0xF0 {
      return ((lead & 0x0F) << 12 | tail(bytes, offset + 1) << 6 | tail(bytes, offset + 2), 3)
    }
    let high = (lead & 0x07) << 18 | tail(bytes, offset + 1) << 12
    return (high | tail(bytes, offset + 2) << 6 | tail(bytes, offset + 3), 4)
  }

  /// The scalar that ends at `end`, which must be a scalar boundary behind the start; `length` is 1 to 4 bytes.
  @inlinable public static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int
  ) -> (value: UInt32, length: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start)
  }

  @inlinable static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(bytes[offset] & 0x3F)
  }
}

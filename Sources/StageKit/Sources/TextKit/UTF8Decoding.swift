/// The scalar at `offset` of valid UTF-8; steps over it.
@inline(__always) func decodeScalar(_ bytes: UnsafePointer<UInt8>, _ offset: inout Int) -> UInt32 {
  let lead = UInt32(bytes[offset])
  func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset &+ index] & 0x3F) }
  if lead < 0x80 {
    offset &+= 1
    return lead
  }
  if lead < 0xE0 {
    defer { offset &+= 2 }
    return (lead & 0x1F) << 6 | tail(1)
  }
  if lead < 0xF0 {
    defer { offset &+= 3 }
    return (lead & 0x0F) << 12 | tail(1) << 6 | tail(2)
  }
  defer { offset &+= 4 }
  return (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
}

/// Start of the scalar before `offset`, which must be above `start`.
@inline(__always) func previousScalar(_ bytes: UnsafePointer<UInt8>, _ offset: Int, from start: Int) -> Int {
  var offset = offset &- 1
  while offset > start && bytes[offset] & 0xC0 == 0x80 { offset &-= 1 }
  return offset
}

/// First offset at or after `offset` whose byte is not ASCII; `end` if there is none.
@inline(__always) func skipASCII(_ bytes: UnsafePointer<UInt8>, _ offset: Int, _ end: Int) -> Int {
  var offset = offset
  while end &- offset >= 8 {
    let word = UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
    let high = word & 0x8080_8080_8080_8080
    if high != 0 { return offset &+ UInt64(littleEndian: high).trailingZeroBitCount / 8 }
    offset &+= 8
  }
  while offset < end && bytes[offset] < 0x80 { offset &+= 1 }
  return offset
}

extension Array where Element == UInt8 {
  /// The bytes of a string, without a copy where the string is native.
  static func withBytes<Result>(of string: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var string = string
    return string.withUTF8(body)
  }
}

extension Unicode.Scalar {
  /// Adds the UTF-8 form of a scalar value.
  @inline(__always) static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else if value < 0x10000 {
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else {
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
  }
}

/// Integers from zero on as groups of seven bits, the lowest first; all but the last have the high bit.
enum VariableLength {
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Takes the integer off the front; `nil` if none is there.
  static func take(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 63 {
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(value) }
      shift += 7
    }
    return nil
  }
}

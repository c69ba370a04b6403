/// The three ways in which output states a range: bytes, Unicode scalars (Python), UTF-16 units (JavaScript, Java).
public struct OutputRange: Equatable, Sendable {
  public let byte: Range<Int>
  public let scalar: Range<Int>
  public let utf16: Range<Int>
}

/// Converts byte offsets of one text to scalar and UTF-16 offsets.
///
/// Built in one pass; a look-up scans at most one stride of 64 bytes. A text that is all ASCII costs no table.
public struct OffsetTable: Sendable {
  private static let stride = 64
  private let text: Text
  private let scalars: [UInt32]
  private let units: [UInt32]

  public init(_ text: Text) {
    self.text = text
    var scalars: [UInt32] = []
    var units: [UInt32] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      guard bytes.contains(where: { $0 >= 0x80 }) else { return }
      scalars.reserveCapacity(bytes.count / Self.stride + 1)
      units.reserveCapacity(bytes.count / Self.stride + 1)
      var scalar: UInt32 = 0
      var unit: UInt32 = 0
      for offset in bytes.indices {
        if offset % Self.stride == 0 {
          scalars.append(scalar)
          units.append(unit)
        }
        let byte = bytes[offset]
        if byte & 0xC0 != 0x80 {
          scalar += 1
          unit += byte >= 0xF0 ? 2 : 1
        }
      }
    }
    self.scalars = scalars
    self.units = units
  }

  /// Scalar and UTF-16 offset of the byte `offset`, which must be a scalar boundary inside the text.
  public func position(_ offset: Int) -> (scalar: Int, utf16: Int) {
    if scalars.isEmpty { return (offset, offset) }
    let slot = min(offset / Self.stride, scalars.count - 1)
    var scalar = Int(scalars[slot])
    var unit = Int(units[slot])
    text.bytes.withUnsafeBufferPointer { bytes in
      for index in slot * Self.stride..<offset {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 {
          scalar += 1
          unit += byte >= 0xF0 ? 2 : 1
        }
      }
    }
    return (scalar, unit)
  }

  public subscript(range: TextRange) -> OutputRange {
    let start = position(range.start)
    let end = position(range.end)
    return OutputRange(
      byte: range.start..<range.end, scalar: start.scalar..<end.scalar, utf16: start.utf16..<end.utf16)
  }
}

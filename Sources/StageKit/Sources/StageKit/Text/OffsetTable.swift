/// The three ways in which output states a range: bytes, Unicode scalars (Python), UTF-16 units (JavaScript, Java).
public struct OutputRange: Equatable, Sendable {
  public let byte: Range<Int>
  public let scalar: Range<Int>
  public let utf16: Range<Int>
}

/// Converts byte offsets of one text to scalar and UTF-16 offsets.
///
/// Built in one pass; a look-up scans at most one stride of 32 bytes. A text that is all ASCII costs no table.
public struct OffsetTable: Sendable {
  private static let stride = 32
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
      var position = (scalar: 0, utf16: 0)
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        scalars.append(UInt32(position.scalar))
        units.append(UInt32(position.utf16))
        Self.advance(&position, over: bytes, start..<min(start + Self.stride, bytes.count))
      }
    }
    self.scalars = scalars
    self.units = units
  }

  /// Scalar and UTF-16 offset of the byte `offset`, which must be a scalar boundary inside the text.
  public func position(_ offset: Int) -> (scalar: Int, utf16: Int) {
    if scalars.isEmpty { return (offset, offset) }
    let slot = min(offset / Self.stride, scalars.count - 1)
    var position = (scalar: Int(scalars[slot]), utf16: Int(units[slot]))
    text.bytes.withUnsafeBufferPointer { Self.advance(&position, over: $0, slot * Self.stride..<offset) }
    return position
  }

  /// Counts the scalars that begin in `range`, and their UTF-16 units, eight bytes at a time.
  private static func advance(
    _ position: inout (scalar: Int, utf16: Int), over bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    let base = UnsafeRawPointer(bytes.baseAddress!)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = min(range.upperBound - offset, 8)
      let word = ByteWord.load(base + offset, length)
      let continuations = word & (~word << 1) & 0x8080_8080_8080_8080
      let leadsOfFour = word & (word << 1) & (word << 2) & (word << 3) & 0x8080_8080_8080_8080
      let scalars = length - sum(continuations)
      position.scalar += scalars
      position.utf16 += scalars + (leadsOfFour == 0 ? 0 : sum(leadsOfFour))
      offset += length
    }
  }

  /// How many high bits are set.
  private static func sum(_ highs: UInt64) -> Int {
    Int(truncatingIfNeeded: ((highs >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  public subscript(range: TextRange) -> OutputRange {
    let start = position(range.start)
    let end = position(range.end)
    return OutputRange(
      byte: range.start..<range.end, scalar: start.scalar..<end.scalar, utf16: start.utf16..<end.utf16)
  }
}

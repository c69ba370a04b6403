/// The three ways in which output states a range: bytes, Unicode scalars (Python), UTF-16 units (JavaScript, Java).
public struct OutputRange: Equatable, Sendable {
  public let byte: Range<Int>
  public let scalar: Range<Int>
  public let utf16: Range<Int>
}

/// Converts byte offsets of one text to scalar and UTF-16 offsets.
///
/// Built in one pass, with an entry for every eight bytes, so that a look-up counts in one word only. A text that is all
/// ASCII costs no table.
@frozen public struct OffsetTable: Sendable {
  @usableFromInline let text: Text
  /// Scalars that begin before each word; none if the text is ASCII.
  @usableFromInline let scalars: [UInt32]
  /// Scalars of two UTF-16 units that begin before each word; none if there are none.
  @usableFromInline let pairs: [UInt32]

  public init(_ text: Text) {
    self.text = text
    (scalars, pairs) = text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = UnsafeRawPointer(bytes.baseAddress), !Self.isASCII(base, bytes.count) else { return ([], []) }
      var four: UInt64 = 0
      let scalars = [UInt32](unsafeUninitializedCapacity: bytes.count / 8 + 1) { table, count in
        var sum = 0
        for slot in 0...bytes.count / 8 {
          table[slot] = UInt32(truncatingIfNeeded: sum)
          let length = min(bytes.count &- slot &* 8, 8)
          guard length > 0 else { break }
          let word = ByteWord.load(base + slot &* 8, length)
          sum &+= length &- Self.sum(Self.continuations(word))
          four |= Self.leadsOfFour(word)
        }
        count = bytes.count / 8 + 1
      }
      guard four != 0 else { return (scalars, []) }
      var sum = 0
      let pairs = (0...bytes.count / 8).map { slot in
        defer {
          let length = min(bytes.count - slot * 8, 8)
          if length > 0 { sum += Self.sum(Self.leadsOfFour(ByteWord.load(base + slot * 8, length))) }
        }
        return UInt32(sum)
      }
      return (scalars, pairs)
    }
  }

  /// Scalar and UTF-16 offset of the byte `offset`, which must be a scalar boundary inside the text.
  @inlinable @inline(__always) public func position(_ offset: Int) -> (scalar: Int, utf16: Int) {
    if scalars.isEmpty { return (offset, offset) }
    let slot = offset / 8
    let inside = offset % 8
    var position = (scalar: Int(scalars[slot]), utf16: 0)
    let word = inside == 0 ? 0 : text.bytes.withUnsafeBytes { ByteWord.load($0.baseAddress! + slot &* 8, inside) }
    position.scalar &+= inside &- Self.sum(Self.continuations(word))
    position.utf16 = position.scalar
    if !pairs.isEmpty { position.utf16 &+= Int(pairs[slot]) &+ Self.sum(Self.leadsOfFour(word)) }
    return position
  }

  private static func isASCII(_ base: UnsafeRawPointer, _ count: Int) -> Bool {
    var offset = 0
    while offset < count {
      let length = min(count &- offset, 8)
      if ByteWord.load(base + offset, length) & 0x8080_8080_8080_8080 != 0 { return false }
      offset &+= length
    }
    return true
  }

  /// The high bits of the bytes that continue a scalar.
  @inlinable static func continuations(_ word: UInt64) -> UInt64 { word & (~word &<< 1) & 0x8080_8080_8080_8080 }

  /// The high bits of the bytes that begin a scalar of four bytes.
  @inlinable static func leadsOfFour(_ word: UInt64) -> UInt64 {
    word & (word &<< 1) & (word &<< 2) & (word &<< 3) & 0x8080_8080_8080_8080
  }

  /// How many high bits are set.
  @inlinable static func sum(_ highs: UInt64) -> Int {
    Int(truncatingIfNeeded: ((highs &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }

  public subscript(range: TextRange) -> OutputRange {
    let start = position(range.start)
    let end = position(range.end)
    return OutputRange(
      byte: range.start..<range.end, scalar: start.scalar..<end.scalar, utf16: start.utf16..<end.utf16)
  }
}

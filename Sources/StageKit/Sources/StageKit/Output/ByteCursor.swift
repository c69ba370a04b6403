/// Writes into memory that an ``OutputBuffer`` has set aside, without asking for room again.
///
/// Only ``OutputBuffer/append(upTo:writing:)`` hands one out; its caller states how much it may write at most.
@frozen public struct ByteCursor: ~Copyable {
  @usableFromInline var next: UnsafeMutablePointer<UInt8>
  @usableFromInline let digits: UnsafePointer<UInt32>

  @inlinable @inline(__always) init(_ start: UnsafeMutablePointer<UInt8>) {
    next = start
    digits = DigitTable.groups
  }

  /// Bytes that an integer may take, with those behind it that ``decimal(_:)`` may overwrite.
  public static var longestDecimal: Int { 24 }

  @inlinable @inline(__always) public mutating func byte(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inlinable @inline(__always) public mutating func literal(_ literal: StaticString) {
    let count = literal.utf8CodeUnitCount
    next.update(from: literal.utf8Start, count: count)
    next += count
  }

  @inlinable @inline(__always) public mutating func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    next.update(from: start, count: bytes.count)
    next += bytes.count
  }

  /// Writes an integer, four digits at a time.
  @inlinable @inline(__always) public mutating func decimal(_ value: Int) {
    if value >= 0, value < 10_000 {
      group(value)
    } else if value >= 0, value < 100_000_000 {
      group(value / 10_000)
      store(digits[value % 10_000])
      next += 4
    } else {
      large(value)
    }
  }

  /// Writes two integers with a comma between them.
  @inlinable @inline(__always) public mutating func pair(_ first: Int, _ second: Int) {
    decimal(first)
    byte(0x2C)
    decimal(second)
  }

  /// Writes fewer than 10,000 without leading zeros.
  @inlinable @inline(__always) mutating func group(_ value: Int) {
    let count = 1 &+ (value >= 10 ? 1 : 0) &+ (value >= 100 ? 1 : 0) &+ (value >= 1000 ? 1 : 0)
    store(digits[value] &>> UInt32(truncatingIfNeeded: 32 &- 8 &* count))
    next += count
  }

  @inlinable @inline(__always) func store(_ group: UInt32) {
    UnsafeMutableRawPointer(next).storeBytes(of: group.littleEndian, as: UInt32.self)
  }

  @inline(never) @usableFromInline mutating func large(_ value: Int) {
    var digits: [UInt8] = []
    var rest = value.magnitude
    repeat {
      digits.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { byte(0x2D) }
    for digit in digits.reversed() { byte(digit) }
  }
}

/// The numbers below 10,000 as four decimal digits, the first one in the lowest byte.
@usableFromInline enum DigitTable {
  // Made once and never written again, so that threads may share it.
  @usableFromInline nonisolated(unsafe) static let groups: UnsafePointer<UInt32> = {
    let groups = UnsafeMutablePointer<UInt32>.allocate(capacity: 10_000)
    for number in 0..<10_000 {
      let (a, b, c, d) = (number / 1000, number / 100 % 10, number / 10 % 10, number % 10)
      groups[number] = 0x3030_3030 + UInt32(a | b << 8 | c << 16 | d << 24)
    }
    return UnsafePointer(groups)
  }()
}

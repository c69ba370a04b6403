/// Gives numbers to stretches of bytes: the same bytes in the same context have the same number.
///
/// For stages that meet the same names again and again and keep what they made of them in lists, by these numbers.
/// Numbers count up from 0. One thread at a time may use a table.
public final class PhraseTable {
  private struct Phrase {
    var hash: UInt64
    var context: UInt64
    var start: Int
    var length: Int
  }

  /// Number of the phrase plus 1 by its hash; 0 for none.
  private let slots: UnsafeMutablePointer<UInt32>
  private let mask: Int
  private let phrases: UnsafeMutablePointer<Phrase>
  private let bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  /// Phrases that have a number.
  public private(set) var count = 0
  /// Most phrases that get a number before ``removeAll()``.
  public let limit: Int

  /// Longer phrases, in bytes, get no number.
  public static let longest = 128
  /// Places that are tried; more are only ever taken where somebody chose the phrases for it.
  private static let mostTries = 64

  /// - Parameter limit: 1 to 2^24.
  public init(limit: Int) {
    precondition((1...1 << 24).contains(limit), "a table of \(limit) phrases")
    self.limit = limit
    var size = 2
    while size < 2 * limit { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    phrases = .allocate(capacity: limit)
    // Most are much shorter than the longest; whoever sends other ones finds the table full sooner.
    bytes = .allocate(capacity: 32 * limit + Self.longest)
  }

  deinit {
    slots.deallocate()
    phrases.deallocate()
    bytes.deallocate()
  }

  public var isFull: Bool { count == limit || byteCount > 32 * limit }

  /// Forgets all phrases; numbers begin at 0 again.
  public func removeAll() {
    slots.update(repeating: 0, count: mask + 1)
    count = 0
    byteCount = 0
  }

  /// The number of a phrase, which is ``count`` as it was before if the phrase is new.
  ///
  /// - Parameter context: whatever else must be the same.
  /// - Returns: `nil` for a new phrase if the table is full or the phrase too long.
  public func number(_ phrase: UnsafePointer<UInt8>, _ length: Int, context: UInt64) -> Int? {
    guard length <= Self.longest else { return nil }
    let hash = Self.hash(phrase, length, context)
    var slot = Int(truncatingIfNeeded: hash) & mask
    var tries = 0
    while slots[slot] != 0 {
      let number = Int(slots[slot] &- 1)
      let known = phrases + number
      if known.pointee.hash == hash, known.pointee.context == context, known.pointee.length == length,
        Self.areSame(bytes + known.pointee.start, phrase, length)
      {
        return number
      }
      slot = (slot &+ 1) & mask
      tries &+= 1
      if tries == Self.mostTries { return nil }
    }
    guard !isFull else { return nil }
    (phrases + count).initialize(to: Phrase(hash: hash, context: context, start: byteCount, length: length))
    (bytes + byteCount).initialize(from: phrase, count: length)
    byteCount += length
    count += 1
    slots[slot] = UInt32(count)
    return count - 1
  }

  private static func hash(_ phrase: UnsafePointer<UInt8>, _ length: Int, _ context: UInt64) -> UInt64 {
    var hash = mix(context ^ UInt64(truncatingIfNeeded: length) &<< 56)
    var offset = 0
    while offset &+ 8 <= length {
      hash = mix(hash ^ ByteWord.load(phrase + offset, 8))
      offset &+= 8
    }
    return offset < length ? mix(hash ^ ByteWord.load(phrase + offset, length &- offset)) : hash
  }

  @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private static func areSame(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var offset = 0
    while offset < count {
      let length = min(8, count &- offset)
      if ByteWord.load(first + offset, length) != ByteWord.load(second + offset, length) { return false }
      offset &+= 8
    }
    return true
  }
}

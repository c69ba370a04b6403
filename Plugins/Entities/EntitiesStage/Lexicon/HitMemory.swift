import StageKit

/// What stretches of text have come to before: their hits, by the bytes of the stretch and what is known of its page.
///
/// The same names and words come again and again, in one document and in the next. What a stretch comes to depends on
/// nothing else, so that a memory changes no result.
final class HitMemory {
  /// What a stretch came to.
  struct Outcome {
    var firstHit: UInt32
    var hitCount: UInt16
    /// For the first token of the stretch.
    var roles: Token.Roles
    /// Whether the token behind the stretch has a form of address before it.
    var isTitle: Bool
  }

  private struct Record {
    var hash: UInt64
    var context: UInt64
    var text: UInt32
    var length: UInt32
    var outcome: Outcome
  }

  /// Hits whose start and end are to be filled in.
  let hits = Buffer<Hit>()
  /// Concepts of the hits, by ``Hit/index``.
  let concepts = Buffer<Int32>()
  private let records = Buffer<Record>()
  private let texts = Buffer<UInt8>()
  /// Number of a record plus 1, by its hash; 0 for none.
  private let slots: UnsafeMutablePointer<UInt32>

  private static let slotCount = 1 << 15
  /// Records beyond this many are not kept; nor are concepts and hits beyond sixteen times as many.
  private static let limit = 1 << 14
  /// Longer stretches, in bytes, are too rare to be kept.
  private static let longest = 128

  init() {
    slots = .allocate(capacity: Self.slotCount)
    slots.initialize(repeating: 0, count: Self.slotCount)
  }

  deinit {
    slots.deallocate()
    hits.deallocate()
    concepts.deallocate()
    records.deallocate()
    texts.deallocate()
  }

  /// Makes room if there is none; hits that were handed out before lose their concepts.
  func startPage() {
    guard records.count >= Self.limit || hits.count > 16 * Self.limit || concepts.count > 16 * Self.limit else {
      return
    }
    slots.update(repeating: 0, count: Self.slotCount)
    hits.removeAll()
    concepts.removeAll()
    records.removeAll()
    texts.removeAll()
  }

  /// A stretch that is looked up.
  struct Key {
    let bytes: UnsafePointer<UInt8>
    let length: Int
    /// Whatever else the outcome depends on.
    let context: UInt64
    let hash: UInt64

    init(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ context: UInt64) {
      self.bytes = bytes
      self.length = length
      self.context = context
      let raw = UnsafeRawPointer(bytes)
      var hash = Self.mix(context ^ UInt64(truncatingIfNeeded: length) << 56)
      var offset = 0
      while offset &+ 8 <= length {
        hash = Self.mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      var tail: UInt64 = 0
      while offset < length {
        tail = tail << 8 | UInt64(bytes[offset])
        offset &+= 1
      }
      self.hash = Self.mix(hash ^ tail)
    }

    @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
      let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.high ^ product.low ^ value
    }
  }

  func find(_ key: Key) -> Outcome? {
    var slot = Int(truncatingIfNeeded: key.hash) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      let record = records.start + Int(slots[slot] - 1)
      if record.pointee.hash == key.hash, record.pointee.context == key.context,
        Int(record.pointee.length) == key.length,
        Self.areSame(texts.start + Int(record.pointee.text), key.bytes, key.length)
      {
        return record.pointee.outcome
      }
      slot = (slot &+ 1) & (Self.slotCount - 1)
    }
    return nil
  }

  @inline(__always) private static func areSame(
    _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var offset = 0
    while offset &+ 8 <= count {
      let one = UnsafeRawPointer(first).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if one != UnsafeRawPointer(second).loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset &+= 8
    }
    while offset < count {
      if first[offset] != second[offset] { return false }
      offset &+= 1
    }
    return true
  }

  /// Keeps what a stretch came to: the hits from `first` to the end of `found`.
  func keep(_ key: Key, _ found: Buffer<Hit>, from first: Int, roles: Token.Roles, isTitle: Bool) {
    guard records.count < Self.limit, key.length <= Self.longest, found.count - first <= Int(UInt16.max) else { return }
    let outcome = Outcome(
      firstHit: UInt32(hits.count), hitCount: UInt16(found.count - first), roles: roles, isTitle: isTitle)
    for index in first..<found.count { hits.append(found[index]) }
    var slot = Int(truncatingIfNeeded: key.hash) & (Self.slotCount - 1)
    while slots[slot] != 0 { slot = (slot &+ 1) & (Self.slotCount - 1) }
    slots[slot] = UInt32(records.count + 1)
    records.append(
      Record(
        hash: key.hash, context: key.context, text: UInt32(texts.count), length: UInt32(key.length), outcome: outcome))
    for offset in 0..<key.length { texts.append(key.bytes[offset]) }
  }
}

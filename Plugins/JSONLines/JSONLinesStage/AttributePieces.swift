import StageKit

/// Lists of attributes as JSON, kept from one document to the next: a stage that links makes a list once and hands the
/// same one to every annotation that says the same.
///
/// Bounded: when it is full it begins anew.
struct AttributePieces {
  private struct Slot {
    /// Where the list lies; 0 if the slot is free.
    var address: UInt = 0
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private static let placeCount = 32_768

  /// Bytes of pieces.
  private let limit: Int
  /// None, or a power of two of which at least half are free.
  private var slots: [Slot] = []
  /// Parts of the hashes of lists that came once, each where the rest of the hash says.
  private var seen = [UInt16](repeating: 0, count: placeCount)
  /// Kept, so that no other list comes to lie where one of them was.
  private var lists: [[Annotation.Attribute]] = []
  /// All pieces, one after the other.
  private(set) var bytes: [UInt8] = []

  init(limit: Int = 8 << 20) { self.limit = limit }

  /// Where in ``bytes`` the piece of a list lies; `nil` when it comes for the first time, as many lists never come again.
  ///
  /// Good until the next call.
  mutating func range(of list: [Annotation.Attribute]) -> Range<Int>? {
    let address = list.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    if !slots.isEmpty {
      let slot = slots[slot(of: address)]
      if slot.address != 0 { return Int(slot.start)..<Int(slot.end) }
    }
    return add(list, address)
  }

  @inline(never) private mutating func add(_ list: [Annotation.Attribute], _ address: UInt) -> Range<Int>? {
    let hash = Self.hash(address)
    let place = hash & (Self.placeCount - 1)
    // Never 0, which stands where nothing came.
    let mark = UInt16(truncatingIfNeeded: hash >> 15) | 1
    guard seen[place] == mark else {
      seen[place] = mark
      return nil
    }
    var json = JSONWriter(capacity: 256)
    json.object(list)
    // Short pieces would keep too many lists.
    guard bytes.count + json.count <= limit, lists.count < limit / 32 else {
      self = AttributePieces(limit: limit)
      return nil
    }
    if lists.count * 2 >= slots.count { grow() }
    let range = bytes.count..<bytes.count + json.count
    slots[slot(of: address)] = Slot(
      address: address, start: Int32(range.lowerBound), end: Int32(range.upperBound))
    bytes += json.bytes
    lists.append(list)
    return range
  }

  private func slot(of address: UInt) -> Int {
    var index = Self.hash(address) & (slots.count - 1)
    while slots[index].address != 0, slots[index].address != address { index = (index + 1) & (slots.count - 1) }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(256, old.count * 2))
    for entry in old where entry.address != 0 { slots[slot(of: entry.address)] = entry }
  }

  private static func hash(_ address: UInt) -> Int {
    Int(truncatingIfNeeded: ((address >> 4) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

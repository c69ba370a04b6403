/// Numbers strings in the order in which they first come.
///
/// A dictionary would do, but hashes so that hostile keys cannot collide, which takes longer than all else about a short
/// string. Here a seed that differs from run to run stands in the way of them.
public struct StringTable: Sendable {
  /// By number.
  public private(set) var strings: [String] = []
  /// None, or a power of two of which at least half are free.
  private var slots: [Slot] = []

  public init() {}

  private struct Slot {
    var hash: UInt32 = 0
    /// -1 if the slot is free.
    var number: Int32 = -1
  }

  private static let seed = UInt64.random(in: .min ... .max)

  /// The number of a string; `nil` if it has none.
  public func known(_ string: String) -> Int? {
    if slots.isEmpty { return nil }
    let number = slots[slot(of: string, Self.hash(string))].number
    return number < 0 ? nil : Int(number)
  }

  /// The number of a string, a new one if it has none yet.
  public mutating func number(of string: String) -> Int {
    if strings.count * 2 >= slots.count { grow() }
    let hash = Self.hash(string)
    let slot = slot(of: string, hash)
    if slots[slot].number >= 0 { return Int(slots[slot].number) }
    slots[slot] = Slot(hash: hash, number: Int32(strings.count))
    strings.append(string)
    return strings.count - 1
  }

  /// Index of the slot that the string is in, or of the free one that is for it.
  private func slot(of string: String, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].number >= 0 {
      if slots[index].hash == hash, strings[Int(slots[index].number)] == string { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: Swift.max(64, old.count * 2))
    let mask = slots.count - 1
    for slot in old where slot.number >= 0 {
      var index = Int(slot.hash) & mask
      while slots[index].number >= 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  private static func hash(_ string: String) -> UInt32 {
    if let hash = string.utf8.withContiguousStorageIfAvailable({ hash(UnsafeRawBufferPointer($0)) }) { return hash }
    var string = string
    return string.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    var offset = 0
    while bytes.count - offset >= 8 {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

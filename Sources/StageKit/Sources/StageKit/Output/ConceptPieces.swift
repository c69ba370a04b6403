/// What a writer made of concepts, kept from one document to the next: most documents name concepts that others named.
///
/// Bounded: when it is full it begins anew.
public struct ConceptPieces: Sendable {
  private struct Slot {
    /// The object; 0 if the slot is free.
    var object: UInt = 0
    var start: Int32 = 0
    var end: Int32 = 0
  }

  /// Bytes of pieces.
  private let limit: Int
  /// None, or a power of two of which at least half are free.
  private var slots: [Slot] = []
  /// Kept, so that no other object comes to lie where one of them was.
  private var objects: [ConceptFacts] = []
  /// All pieces, one after the other.
  public private(set) var bytes: [UInt8] = []

  public init(limit: Int = 8 << 20) { self.limit = limit }

  /// Where in ``bytes`` the piece of the concept lies; `make` is called only if it is not there yet.
  ///
  /// Good until the next call.
  public mutating func range(of concept: ConceptFacts, _ make: (ConceptFacts) -> [UInt8]) -> Range<Int> {
    if objects.count * 2 >= slots.count { grow() }
    let object = UInt(bitPattern: Unmanaged.passUnretained(concept).toOpaque())
    var index = slot(of: object)
    if slots[index].object == 0 {
      let piece = make(concept)
      if bytes.count + piece.count > limit {
        self = ConceptPieces(limit: limit)
        grow()
        index = slot(of: object)
      }
      slots[index] = Slot(object: object, start: Int32(bytes.count), end: Int32(bytes.count + piece.count))
      bytes += piece
      objects.append(concept)
    }
    return Int(slots[index].start)..<Int(slots[index].end)
  }

  private func slot(of object: UInt) -> Int {
    var index = Self.hash(object) & (slots.count - 1)
    while slots[index].object != 0, slots[index].object != object { index = (index + 1) & (slots.count - 1) }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(256, old.count * 2))
    for entry in old where entry.object != 0 { slots[slot(of: entry.object)] = entry }
  }

  private static func hash(_ object: UInt) -> Int {
    Int(truncatingIfNeeded: (object >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32)
  }
}

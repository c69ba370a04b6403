/// All legal syllables without their tones, in one hash table, and the same without any diacritics.
///
/// A key packs up to seven letters, five bits each. A slot of 64 bits holds the key and what is known of the syllable.
struct SyllableTable {
  /// What is known of a syllable.
  struct Entry {
    fileprivate let bits: UInt64

    /// Letter that carries the tone in the traditional style, counted from 0.
    @inline(__always) var traditional: Int { Int(bits & 7) }
    /// The same in the modern style.
    @inline(__always) var modern: Int { Int(bits >> 3 & 7) }
    @inline(__always) var isStopped: Bool { bits >> 6 & 1 == 1 }
    /// Index into ``Rhymes/onsets``.
    var onset: Int { Int(bits >> 14 & 0x1F) }
    /// Index into ``Rhymes/all``.
    var rhyme: Int { Int(bits >> 19 & 0xFF) }

    /// Whether the tone may stand on a letter.
    @inline(__always) func allowsTone(at position: Int) -> Bool { bits >> UInt64(7 + position) & 1 == 1 }
  }

  static let longestSyllable = 7
  private static let entryBits: UInt64 = 27
  private static let capacity = 1 << 14

  private let slots: UnsafePointer<UInt64>
  private let plain: UnsafePointer<UInt64>

  static let shared = SyllableTable()

  private init() {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.capacity)
    let plain = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.capacity)
    slots.initialize(repeating: 0, count: Self.capacity)
    plain.initialize(repeating: 0, count: Self.capacity)
    for (onsetIndex, rhymeIndex) in Rhymes.legalPairs {
      let onset = Rhymes.onsets[onsetIndex]
      let rhyme = Rhymes.all[rhymeIndex]
      let spelling = Rhymes.spelling(onset, rhyme)
      let before = spelling.count - rhyme.spelling.count
      let traditional = before + Rhymes.tonePosition(rhyme, .traditional)
      let modern = before + Rhymes.tonePosition(rhyme, .modern)
      var bits = UInt64(traditional) | UInt64(modern) << 3 | (rhyme.isStopped ? 1 << 6 : 0)
      bits |= 1 << UInt64(7 + traditional) | 1 << UInt64(7 + modern)
      bits |= UInt64(onsetIndex) << 14 | UInt64(rhymeIndex) << 19
      Self.insert(Self.key(spelling), bits, into: slots)
      Self.insert(Self.key(String(spelling.map(Self.withoutDiacritics))), 1, into: plain)
    }
    self.slots = UnsafePointer(slots)
    self.plain = UnsafePointer(plain)
  }

  /// The key of a syllable without tone: a letter more.
  @inline(__always) static func appending(_ symbol: UInt8, to key: UInt64) -> UInt64 { key << 5 | UInt64(symbol) }

  @inline(__always) subscript(key: UInt64) -> Entry? {
    let slot = Self.find(key, in: slots)
    return slot == 0 ? nil : Entry(bits: slot)
  }

  @inline(__always) func containsPlain(_ key: UInt64) -> Bool { Self.find(key, in: plain) != 0 }

  @inline(__always) private static func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 50)
  }

  @inline(__always) private static func find(_ key: UInt64, in slots: UnsafePointer<UInt64>) -> UInt64 {
    var index = home(key)
    while slots[index] != 0 {
      if slots[index] >> entryBits == key { return slots[index] }
      index = (index &+ 1) & (capacity - 1)
    }
    return 0
  }

  /// Two pairs can be written alike (`gi` + `êm`, `gi` + `iêm`): the first stays.
  private static func insert(_ key: UInt64, _ bits: UInt64, into slots: UnsafeMutablePointer<UInt64>) {
    var index = home(key)
    while slots[index] != 0 {
      if slots[index] >> entryBits == key {
        return
      }
      index = (index + 1) & (capacity - 1)
    }
    slots[index] = key << entryBits | bits
  }

  private static func key(_ spelling: String) -> UInt64 {
    spelling.reduce(0) { appending(Letter.symbol($1), to: $0) }
  }

  private static func withoutDiacritics(_ letter: Character) -> Character {
    switch letter {
    case "ă", "â": "a"
    case "đ": "d"
    case "ê": "e"
    case "ô", "ơ": "o"
    case "ư": "u"
    default: letter
    }
  }
}

// Safe: the tables are written once, before the value exists, and only read afterwards.
extension SyllableTable: @unchecked Sendable {}

/// The frequent words as an open hash table over words of at most eight bytes, packed into one number.
struct WordTable: Sendable {
  private static let slots = 2048
  private let keys: [UInt64]
  private let classes: [UInt8]

  static let shared = WordTable(FunctionWords.lists)

  init(_ lists: [(class: WordClass, words: String)]) {
    var keys = [UInt64](repeating: 0, count: Self.slots)
    var classes = [UInt8](repeating: 0, count: Self.slots)
    for list in lists {
      for word in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.utf8.count <= 8 {
        let key = word.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        var slot = Self.slot(key)
        // A word that stands in two lists belongs to the first.
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) % Self.slots }
        guard keys[slot] == 0 else { continue }
        keys[slot] = key
        classes[slot] = list.class.rawValue
      }
    }
    self.keys = keys
    self.classes = classes
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53)
  }

  /// The class of a word, packed with its first letter highest; `nil` if it is not in the table.
  @inline(__always) func find(_ key: UInt64) -> WordClass? {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return WordClass(rawValue: classes[slot]) }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return nil
  }
}

/// Looks words up by the hash of their bytes: one probe a word, no string.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var classes: [UInt32]
  private var values: [UInt16]
  private let mask: Int

  static let shared = WordTable(GrammarLists.lists)

  /// Bytes of the longest word.
  static let longest = 14

  /// FNV-1a, 64 bits.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func hash(_ word: String) -> UInt64 { word.utf8.reduce(seed, step) }

  private init(_ lists: [GrammarLists.List]) {
    let size = 8192
    mask = size - 1
    hashes = Array(repeating: 0, count: size)
    classes = Array(repeating: 0, count: size)
    values = Array(repeating: Token.noValue, count: size)
    for list in lists {
      for (place, word) in list.words.split(separator: " ").enumerated() {
        let value = list.isNumbered ? UInt16(place % 12 + 1) : Token.noValue
        for form in Self.forms(of: String(word), list.cases) { add(form, list.classes, value) }
      }
    }
  }

  /// The ways in which a word is written: as it stands, with a first capital, in capitals.
  private static func forms(of word: String, _ cases: GrammarLists.Cases) -> Set<String> {
    switch cases {
    case .any: [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
    case .asWritten: [word]
    case .capital: [word, word.uppercased()]
    }
  }

  private mutating func add(_ word: String, _ new: GrammarWords, _ value: UInt16) {
    assert(word.utf8.count <= Self.longest, "the word table does not look up “\(word)”")
    let hash = Self.hash(word)
    var slot = Int(truncatingIfNeeded: hash &>> 20) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    hashes[slot] = hash
    classes[slot] |= new.rawValue
    if value != Token.noValue { values[slot] = value }
  }

  /// A view without reference counting, for the loop over all tokens.
  func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try hashes.withUnsafeBufferPointer { hashes in
      try classes.withUnsafeBufferPointer { classes in
        try values.withUnsafeBufferPointer { values in
          try body(View(hashes: hashes, classes: classes, values: values, mask: mask))
        }
      }
    }
  }

  struct View {
    let hashes: UnsafeBufferPointer<UInt64>
    let classes: UnsafeBufferPointer<UInt32>
    let values: UnsafeBufferPointer<UInt16>
    let mask: Int

    @inline(__always) func find(_ hash: UInt64) -> (words: GrammarWords, value: UInt16) {
      var slot = Int(truncatingIfNeeded: hash &>> 20) & mask
      while true {
        let found = hashes[slot]
        if found == 0 { return ([], Token.noValue) }
        if found == hash { return (GrammarWords(rawValue: classes[slot]), values[slot]) }
        slot = (slot + 1) & mask
      }
    }
  }
}

import StageKit

/// What a document has said so far: abbreviations it defined, persons and places that it named in full.
///
/// Later, and earlier, mentions that would be nothing by themselves are known by it.
struct Memory {
  private var names: [UInt64: EntityType] = [:]
  private(set) var leftovers: [Leftover] = []

  /// Words with capitals that no rule has explained.
  struct Leftover {
    var range: TextRange
    var hash: UInt64
    var isFirst: Bool
    var isSingle: Bool
  }

  /// Names beyond this many are not remembered, so that hostile input cannot fill the memory.
  private static let limit = 200_000

  mutating func learn(_ hash: UInt64, _ type: EntityType) {
    guard names.count < Self.limit else { return }
    if let known = names[hash], known != type {
      // An organisation is the surest; a person who is also a place is neither.
      names[hash] = known == .organisation || type == .organisation ? .organisation : known
    } else {
      names[hash] = type
    }
  }

  /// The parts of a hyphenated abbreviation in one word: `M-Net`, later `MNet` and `Mnet`.
  mutating func learnJoined(_ page: Page, _ start: Int, _ end: Int) {
    var joined = WordTable.seed
    var small = WordTable.seed
    for index in start..<end where page.tokens[index].isWord {
      for offset in Int(page.tokens[index].start)..<Int(page.tokens[index].end) {
        let byte = page.bytes[offset]
        joined = WordTable.step(joined, byte)
        small = WordTable.step(small, small == WordTable.seed || byte >= 0x80 ? byte : byte | 0x20)
      }
    }
    learn(joined, .organisation)
    learn(small, .organisation)
  }

  mutating func leave(_ leftover: Leftover) {
    if leftovers.count < Self.limit { leftovers.append(leftover) }
  }

  func type(of hash: UInt64) -> EntityType? { names[hash] }
}

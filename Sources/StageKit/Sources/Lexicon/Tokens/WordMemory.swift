/// Short words of texts as tokens, with what the lexicon and a filter have said of them.
///
/// A word has one place, which the last one that came there keeps.
final class WordMemory {
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// All but where the word stands and what stands before it.
    var token = Token()
  }

  static let placeBits: UInt64 = 12
  let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: 1 << Int(Self.placeBits))
    entries.initialize(repeating: Entry(), count: 1 << Int(Self.placeBits))
  }

  deinit { entries.deallocate() }
}

import StageKit

/// Remembers what short words are, over documents.
///
/// A word has one place, which the last one that came there keeps. What a word is depends on its bytes alone, so that a
/// memory changes no result.
final class WordMemory {
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var `class` = WordClass.neutral
    var isCapitalised = false
    /// Has letters beyond ASCII.
    var isWide = false
  }

  private static let placeBits: UInt64 = 12
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: 1 << Int(Self.placeBits))
    entries.initialize(repeating: Entry(), count: 1 << Int(Self.placeBits))
  }

  deinit { entries.deallocate() }

  /// The entry at the place of a word.
  @inline(__always) func entry(_ word: ShortWord) -> UnsafeMutablePointer<Entry> {
    entries + word.place(bits: Self.placeBits)
  }
}

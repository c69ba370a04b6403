import StageKit

/// Short words of pages as tokens, without their place.
///
/// A word has one place, which the last one that came there keeps.
final class PageWords {
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var words: GrammarWords = []
    var value = Token.noValue
    var shape: Token.Shape = []
    var kind = Token.Kind.end
  }

  static let placeBits: UInt64 = 12
  let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: 1 << Int(Self.placeBits))
    entries.initialize(repeating: Entry(), count: 1 << Int(Self.placeBits))
  }

  deinit { entries.deallocate() }
}

import TextKit

/// Remembers what short words are, so that frequent words are looked up once; direct-mapped.
struct WordCache {
  private static let slots = 2048
  private let table = WordTable.shared
  /// Words of at most eight bytes, packed; 0 is no word.
  private var words = [UInt64](repeating: 0, count: slots)
  private var classes = [WordClass](repeating: .neutral, count: slots)

  /// The class of an ASCII word in lower case; `key` is the word, of at most eight letters.
  ///
  /// One of the classes of frequent words, or ``WordClass/plainSyllable``, ``WordClass/englishShape`` or
  /// ``WordClass/foreign``.
  @inline(__always) mutating func classOfASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ key: UInt64
  ) -> WordClass {
    let slot = Self.slot(key)
    if words[slot] == key { return classes[slot] }
    var found = table.find(key)
    if found == nil, Vietnamese.isPlainSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) {
      found = .plainSyllable
    }
    let result = found ?? (EnglishShape.fits(key, length: end - start) ? .englishShape : .foreign)
    words[slot] = key
    classes[slot] = result
    return result
  }

  /// Whether a word with letters beyond ASCII is a legal syllable; `key` has its bytes, the last eight if it is longer.
  @inline(__always) mutating func isSyllable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ key: UInt64
  ) -> Bool {
    guard end - start <= 8 else { return Vietnamese.isSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
    let slot = Self.slot(key)
    if words[slot] == key { return classes[slot] == .accentedSyllable }
    let isSyllable = Vietnamese.isSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    words[slot] = key
    classes[slot] = isSyllable ? .accentedSyllable : .accentedForeign
    return isSyllable
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53)
  }
}

import TextKit

/// Remembers which words are Vietnamese syllables; direct-mapped, for words of at most eight bytes.
struct SyllableCache {
  private static let slots = 1024
  /// Word and answer in one number would not fit, so two tables; 0 is no word.
  private var words = [UInt64](repeating: 0, count: slots)
  private var answers = [Bool](repeating: false, count: slots)

  /// Whether the ASCII word could be a syllable that lost its diacritics; `key` is the word in lower case.
  @inline(__always) mutating func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ key: UInt64
  ) -> Bool {
    answer(key) { Vietnamese.isPlainSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
  }

  /// Whether the word is a legal syllable; `key` has its bytes, of which only the last eight count.
  @inline(__always) mutating func isSyllable(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ key: UInt64
  ) -> Bool {
    guard end - start <= 8 else { return Vietnamese.isSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
    return answer(key) { Vietnamese.isSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
  }

  @inline(__always) private mutating func answer(_ key: UInt64, _ ask: () -> Bool) -> Bool {
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    if words[slot] == key { return answers[slot] }
    let result = ask()
    words[slot] = key
    answers[slot] = result
    return result
  }
}

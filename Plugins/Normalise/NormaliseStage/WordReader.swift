import StageKit
import TextKit

/// Finds words in a text and says what their letters tell.
struct WordReader {
  /// What the letters of a word tell of its language.
  struct Signs {
    /// Has a letter or mark that only Vietnamese has: ơ, ạ, ỷ.
    var isVietnameseOnly = false
    /// Has a letter beyond ASCII, Đ and its look-alikes set aside.
    var hasMarks = false
  }

  /// Bytes of the longest word that is read to its end; no syllable is longer.
  private static let longest = 32
  /// Characters between two words that are stepped over.
  private static let widestGap = 12

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The word that holds `range`.
  func word(around range: TextRange) -> TextRange {
    TextRange(wordStart(range.start), wordEnd(range.end))
  }

  /// Up to `count` words before and as many behind, on the same line.
  func neighbours(of word: TextRange, _ count: Int) -> [TextRange] {
    var found: [TextRange] = []
    var start = word.start
    for _ in 0..<count {
      guard let end = skipGap(backFrom: start) else { break }
      start = wordStart(end)
      found.append(TextRange(start, end))
    }
    var end = word.end
    for _ in 0..<count {
      guard let next = skipGap(from: end) else { break }
      end = wordEnd(next)
      found.append(TextRange(next, end))
    }
    return found
  }

  func signs(_ word: TextRange) -> Signs {
    var signs = Signs()
    var offset = word.start
    while offset < word.end {
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      offset += length
      switch value {
      case ..<0x80: break
      case 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x309, 0x31B, 0x323, 0x1EA0...0x1EF9:
        signs.isVietnameseOnly = true
        signs.hasMarks = true
      // Not Đ: a repair must not make evidence for the next run.
      case 0x110, 0x111: break
      default: if !LookAlikes.contains(value) { signs.hasMarks = true }
      }
    }
    return signs
  }

  /// Whether the word is a Vietnamese syllable with diacritics, a wrong Đ allowed.
  func isMarkedSyllable(_ word: TextRange) -> Bool {
    guard signs(word).hasMarks else { return false }
    let letters = UnsafeBufferPointer(rebasing: bytes[word.start..<word.end])
    return Vietnamese.isSyllable(letters)
      || Vietnamese.repairingLookAlikes(String(decoding: letters, as: UTF8.self)) != nil
  }

  func isPlainSyllable(_ word: TextRange) -> Bool {
    Vietnamese.isPlainSyllable(UnsafeBufferPointer(rebasing: bytes[word.start..<word.end]))
  }

  func isCapitalised(_ word: TextRange) -> Bool {
    guard word.start < word.end else { return false }
    let value = UTF8Decode.scalar(bytes, at: word.start).value
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  // MARK: Steps

  private func wordStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, offset - start < Self.longest {
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: start)
      guard Self.isLetter(value) else { break }
      start -= length
    }
    return start
  }

  private func wordEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, end - offset < Self.longest {
      let (value, length) = UTF8Decode.scalar(bytes, at: end)
      guard Self.isLetter(value) else { break }
      end += length
    }
    return end
  }

  /// Where the word before ends; `nil` at the start of a line, and behind too wide a gap.
  private func skipGap(backFrom offset: Int) -> Int? {
    var offset = offset
    for _ in 0..<Self.widestGap {
      guard offset > 0 else { return nil }
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: offset)
      if Self.isLetter(value) { return offset }
      guard value != 0x0A, value != 0x0D else { return nil }
      offset -= length
    }
    return nil
  }

  private func skipGap(from offset: Int) -> Int? {
    var offset = offset
    for _ in 0..<Self.widestGap {
      guard offset < bytes.count else { return nil }
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      if Self.isLetter(value) { return offset }
      guard value != 0x0A, value != 0x0D else { return nil }
      offset += length
    }
    return nil
  }

  /// Latin letters and the marks on them.
  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x36F, 0x1E00...0x1EFF: true
    default: false
    }
  }
}

public import StageKit

/// Where words and sentences begin and end, by UAX #29 as ICU tailors it.
///
/// Both kinds of boundary are found on the UTF-8 bytes directly, with ICU's character properties; ICU itself cuts only
/// the stretches that need its dictionaries (Thai, Lao, Khmer, Burmese, Chinese, Japanese, Korean). A Vietnamese word is
/// thus a syllable, as it is written.
public enum Boundaries {
  /// The words, numbers and punctuation of a stretch, in order, without white space.
  ///
  /// - Parameter range: bytes inside the text, on scalar boundaries. What lies outside has no influence.
  public static func words(in text: Text, _ range: TextRange) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(range.count / 5)
    forEachWord(in: text, range) { words.append($0) }
    return words
  }

  /// Calls `body` with the words, numbers and punctuation of a stretch, in order, without white space.
  ///
  /// - Parameter range: bytes inside the text, on scalar boundaries. What lies outside has no influence.
  public static func forEachWord(in text: Text, _ range: TextRange, _ body: (Word) -> Void) {
    precondition(range.end <= text.count, "the range must lie inside the text")
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = WordScanner(base, range.start, range.end)
      scanner.scan { segment in
        guard !segment.isSpace else { return }
        body(Word(range: TextRange(segment.start, segment.end), kind: segment.kind))
      }
    }
  }

  /// Byte offsets of all word boundaries strictly inside a stretch, ascending; white space is between two of them.
  ///
  /// - Parameter range: bytes inside the text, on scalar boundaries. What lies outside has no influence.
  public static func wordBoundaries(in text: Text, _ range: TextRange) -> [Int] {
    precondition(range.end <= text.count, "the range must lie inside the text")
    var boundaries: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = WordScanner(base, range.start, range.end)
      scanner.scan { if $0.end < range.end { boundaries.append($0.end) } }
    }
    return boundaries
  }

  /// Byte offsets of the sentence boundaries strictly inside a stretch, ascending.
  ///
  /// A boundary lies behind the white space that follows a sentence. Each line end is a boundary. Knows no
  /// abbreviations: `TP. HCM` has a boundary inside.
  /// - Parameter range: bytes inside the text, on scalar boundaries. What lies outside has no influence.
  public static func sentences(in text: Text, _ range: TextRange) -> [Int] {
    precondition(range.end <= text.count, "the range must lie inside the text")
    return text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      return SentenceScanner(base, range.start, range.end).boundaries()
    }
  }
}

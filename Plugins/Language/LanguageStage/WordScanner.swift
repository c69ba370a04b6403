import StageKit
import TextKit

/// Cuts a stretch of text into words and classes them; one pass over the bytes.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let kinds = ByteKind.table
  private var cache = WordCache()
  private var offset = 0
  private var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Starts over at the beginning of `range`.
  mutating func enter(_ range: TextRange) {
    offset = range.start
    end = range.end
  }

  /// The next word of the range.
  mutating func next() -> ScannedWord? {
    var gap = ScannedWord.Gap.none
    let begin = offset
    while offset < end {
      let byte = bytes[offset]
      if byte == 0x20 {
        offset &+= 1
        continue
      }
      switch kinds[Int(byte)] {
      case ByteKind.letter: return asciiWord(gap, isGlued: isGlued(begin))
      case ByteKind.high:
        switch HighScalar.kind(bytes, at: offset) {
        case .letter, .mark: return wideWord(from: offset, gap)
        case .otherScript: return otherWord(gap)
        case .clauseEnd: gap = max(gap, .clause)
        case .sentenceEnd: gap = .sentence
        case .symbol: break
        }
        offset += HighScalar.length(byte)
      case ByteKind.clauseEnd:
        gap = max(gap, .clause)
        offset += 1
      case ByteKind.sentenceEnd:
        gap = .sentence
        offset += 1
      default: offset += 1
      }
    }
    return nil
  }

  /// Whether the word at `offset` follows `@`, `_`, or a full stop behind a letter.
  @inline(__always) private func isGlued(_ begin: Int) -> Bool {
    guard offset > begin, begin > 0 else { return false }
    let before = bytes[offset - 1]
    if before == 0x20 { return false }
    if kinds[Int(before)] == ByteKind.address { return true }
    return before == UInt8(ascii: ".") && offset == begin + 1 && kinds[Int(bytes[begin - 1])] == ByteKind.letter
  }

  private mutating func asciiWord(_ gap: ScannedWord.Gap, isGlued: Bool) -> ScannedWord {
    let start = offset
    var key: UInt64 = 0
    var capitals = 0
    while offset < end {
      let byte = bytes[offset]
      guard (byte | 0x20) &- 0x61 < 26 else { break }
      key = key << 8 | UInt64(byte | 0x20)
      if byte < 0x60 { capitals &+= 1 }
      offset &+= 1
    }
    if offset < end, bytes[offset] >= 0x80 {
      switch HighScalar.kind(bytes, at: offset) {
      case .letter, .mark: return wideWord(from: start, gap)
      default: break
      }
    }
    let length = offset - start
    let isCapitalised = bytes[start] < 0x60
    var word = ScannedWord(start: start, end: offset, class: .neutral, gap: gap, isCapitalised: isCapitalised)
    if length < 2 || isGlued || continuesAddress() { return word }
    var found = WordClass.foreign
    if length <= 8 {
      found = cache.classOfASCII(bytes, start, offset, key)
    } else if EnglishShape.fits(key, length: length) {
      found = .englishShape
    }
    word.class = capitals == 0 ? found : Self.capitalised(found, length: length, capitals: capitals, isCapitalised)
    return word
  }

  /// The class of a word that has capitals and would be in class `found` without them.
  private static func capitalised(
    _ found: WordClass, length: Int, capitals: Int, _ isCapitalised: Bool
  ) -> WordClass {
    let areAllCapitals = capitals == length
    switch found {
    case .plainSyllable: return isCapitalised ? .plainSyllableCapitalised : .plainSyllable
    case .foreign, .englishShape:
      if areAllCapitals { return length <= 5 ? .abbreviation : found }
      return isCapitalised ? .foreignCapitalised : found
    case .otherFunction, .otherFunctionOrSyllable:
      // “UN” and “EC” are no French words.
      return areAllCapitals && length <= 4 ? .abbreviation : found
    default: return found
    }
  }

  /// Whether the word is followed by what only an address has inside: `@`, `_`, or a full stop with a letter behind it.
  @inline(__always) private func continuesAddress() -> Bool {
    guard offset < end, bytes[offset] != 0x20 else { return false }
    if kinds[Int(bytes[offset])] == ByteKind.address { return true }
    return bytes[offset] == UInt8(ascii: ".") && offset + 1 < end
      && kinds[Int(bytes[offset + 1])] == ByteKind.letter && bytes[offset + 1] >= 0x60
  }

  /// A word with letters beyond ASCII.
  private mutating func wideWord(from start: Int, _ gap: ScannedWord.Gap) -> ScannedWord {
    offset = start
    var evidence = HighScalar.Evidence.none
    let first = bytes[start]
    let isCapitalised = first < 0x80 ? first < 0x60 : HighScalar.isCapital(bytes, at: start)
    var key: UInt64 = 0
    var hasDStroke = false
    scan: while offset < end {
      let byte = bytes[offset]
      switch kinds[Int(byte)] {
      case ByteKind.letter:
        key = key << 8 | UInt64(byte)
        offset += 1
      case ByteKind.high:
        switch HighScalar.kind(bytes, at: offset) {
        case .letter, .mark: break
        default: break scan
        }
        evidence = max(evidence, HighScalar.evidence(bytes, at: offset))
        if byte == 0xC4, bytes[offset + 1] | 1 == 0x91 { hasDStroke = true }
        let length = HighScalar.length(byte)
        for index in offset..<min(offset + length, end) { key = key << 8 | UInt64(bytes[index]) }
        offset = min(offset + length, end)
      default: break scan
      }
    }
    var word = ScannedWord(start: start, end: offset, class: .neutral, gap: gap, isCapitalised: isCapitalised)
    switch evidence {
    case .vietnamese:
      word.class = isCapitalised ? .vietnameseLettersCapitalised : .vietnameseLetters
    case .shared, .none:
      if cache.isSyllable(bytes, start, offset, key) {
        word.class = isCapitalised ? .accentedSyllableCapitalised : .accentedSyllable
      } else {
        word.class = hasDStroke ? .vietnameseAbbreviation : .accentedForeign
      }
    case .foreign: word.class = .accentedForeign
    }
    return word
  }

  /// Letters of another script, in pieces of at most four scalars, for some scripts have no spaces.
  private mutating func otherWord(_ gap: ScannedWord.Gap) -> ScannedWord {
    let start = offset
    var scalars = 0
    while offset < end, scalars < 4, bytes[offset] >= 0x80, HighScalar.kind(bytes, at: offset) == .otherScript {
      offset = min(offset + HighScalar.length(bytes[offset]), end)
      scalars += 1
    }
    return ScannedWord(start: start, end: offset, class: .otherScript, gap: gap, isCapitalised: false)
  }
}

import StageKit
import TextKit

/// Cuts a stretch of text into words and classes them; one pass over the bytes.
struct WordScanner {
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private let kinds = ByteKind.table
  private let known = WordMemory()
  private var offset = 0
  private var end = 0

  /// Goes on with another text, which must stay where it is as long as words are read.
  mutating func enter(_ text: UnsafeBufferPointer<UInt8>) { bytes = text }

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
      case ByteKind.letter: return knownWord(gap, isGlued: isGlued(begin))
      case ByteKind.high:
        switch HighScalar.kind(bytes, at: offset) {
        case .letter, .mark: return knownWord(gap, isGlued: false)
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

  /// Nearly every word is short, and has been met before.
  @inline(__always) private mutating func knownWord(_ gap: ScannedWord.Gap, isGlued: Bool) -> ScannedWord {
    let start = offset
    guard let base = bytes.baseAddress, let key = ShortWord(base, at: start, limit: bytes.count),
      start &+ key.count <= end
    else { return word(gap, isGlued: isGlued) }
    let entry = known.entry(key)
    guard entry.pointee.low == key.low, entry.pointee.high == key.high else {
      // Kept as it is by itself, and only if the word is all of the key: digits and quotation marks end a word.
      let word = readWord(gap)
      if offset == start &+ key.count {
        entry.pointee = WordMemory.Entry(
          low: key.low, high: key.high, class: word.word.class, isCapitalised: word.word.isCapitalised,
          isWide: word.isWide)
      }
      return placed(word.word, isGlued: isGlued, isWide: word.isWide)
    }
    offset = start &+ key.count
    let word = ScannedWord(
      start: start, end: offset, class: entry.pointee.class, gap: gap, isCapitalised: entry.pointee.isCapitalised)
    return placed(word, isGlued: isGlued, isWide: entry.pointee.isWide)
  }

  private mutating func word(_ gap: ScannedWord.Gap, isGlued: Bool) -> ScannedWord {
    let (word, isWide) = readWord(gap)
    return placed(word, isGlued: isGlued, isWide: isWide)
  }

  /// Parts of addresses say nothing.
  @inline(__always) private func placed(_ word: ScannedWord, isGlued: Bool, isWide: Bool) -> ScannedWord {
    guard !isWide, isGlued || continuesAddress() else { return word }
    var word = word
    word.class = .neutral
    return word
  }

  /// Reads a word for what it is by itself; a wide one has letters beyond ASCII.
  private mutating func readWord(_ gap: ScannedWord.Gap) -> (word: ScannedWord, isWide: Bool) {
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
      case .letter, .mark: return (wideWord(from: start, gap), true)
      default: break
      }
    }
    let length = offset - start
    let isCapitalised = bytes[start] < 0x60
    var word = ScannedWord(start: start, end: offset, class: .neutral, gap: gap, isCapitalised: isCapitalised)
    if length >= 2 {
      let found = length <= 8 ? classOfASCII(start, offset, key) : longClass(key, length)
      word.class = capitals == 0 ? found : Self.capitalised(found, length: length, capitals: capitals, isCapitalised)
    }
    return (word, false)
  }

  /// The class of a word of at most eight letters, which `key` holds in lower case.
  ///
  /// One of the classes of frequent words, or ``WordClass/plainSyllable``, ``WordClass/englishShape`` or
  /// ``WordClass/foreign``.
  private func classOfASCII(_ start: Int, _ end: Int, _ key: UInt64) -> WordClass {
    if let found = WordTable.shared.find(key) { return found }
    if Vietnamese.isPlainSyllable(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return .plainSyllable }
    return longClass(key, end - start)
  }

  private func longClass(_ key: UInt64, _ length: Int) -> WordClass {
    EnglishShape.fits(key, length: length) ? .englishShape : .foreign
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
    var hasDStroke = false
    scan: while offset < end {
      let byte = bytes[offset]
      switch kinds[Int(byte)] {
      case ByteKind.letter: offset += 1
      case ByteKind.high:
        switch HighScalar.kind(bytes, at: offset) {
        case .letter, .mark: break
        default: break scan
        }
        evidence = max(evidence, HighScalar.evidence(bytes, at: offset))
        if byte == 0xC4, bytes[offset + 1] | 1 == 0x91 { hasDStroke = true }
        offset = min(offset + HighScalar.length(byte), end)
      default: break scan
      }
    }
    var word = ScannedWord(start: start, end: offset, class: .neutral, gap: gap, isCapitalised: isCapitalised)
    switch evidence {
    case .vietnamese:
      word.class = isCapitalised ? .vietnameseLettersCapitalised : .vietnameseLetters
    case .shared, .none:
      if Vietnamese.isSyllable(UnsafeBufferPointer(rebasing: bytes[start..<offset])) {
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

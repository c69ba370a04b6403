internal import CICU

/// Finds sentence boundaries by rules SB1–SB998 of UAX #29.
///
/// Only a paragraph separator or a terminator can bring a boundary about, so everything else is skipped, and the rules
/// are asked only behind one of those. Each look-ahead stops at the next of them: the work is linear in the text.
struct SentenceScanner {
  private let bytes: UnsafePointer<UInt8>
  private let start: Int
  private let end: Int
  private let classes = CharacterTable.sentenceClasses

  init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.start = start
    self.end = end
  }

  private typealias Class = UInt8
  private static let fullStop = Class(CICU_SENTENCE_FULL_STOP)
  private static let terminator = Class(CICU_SENTENCE_TERMINATOR)
  private static let extend = Class(CICU_SENTENCE_EXTEND)
  private static let format = Class(CICU_SENTENCE_FORMAT)
  private static let space = Class(CICU_SENTENCE_SPACE)
  private static let lower = Class(CICU_SENTENCE_LOWER)
  private static let upper = Class(CICU_SENTENCE_UPPER)
  private static let letter = Class(CICU_SENTENCE_LETTER)
  private static let numeric = Class(CICU_SENTENCE_NUMERIC)
  private static let continues = Class(CICU_SENTENCE_CONTINUE)
  private static let close = Class(CICU_SENTENCE_CLOSE)
  private static let carriageReturn = Class(CICU_SENTENCE_CR)
  private static let lineFeed = Class(CICU_SENTENCE_LF)
  private static let separator = Class(CICU_SENTENCE_SEP)

  func boundaries() -> [Int] {
    var result: [Int] = []
    var offset = start
    while let candidate = nextCandidate(from: offset) {
      offset = candidate
      let boundary: Int?
      let at = classes.read(bytes, &offset)
      if Self.isSeparator(at) {
        offset = endOfSeparator(at, offset)
        boundary = offset
      } else {
        (boundary, offset) = afterTerminator(at, candidate, offset)
      }
      if let boundary, boundary < end { result.append(boundary) }
    }
    return result
  }

  /// The next paragraph separator or terminator.
  private func nextCandidate(from offset: Int) -> Int? {
    var offset = offset
    while offset < end {
      let byte = bytes[offset]
      // Leads 0xC3 to 0xD5 and 0xE4 to 0xE9 stand before no separator and no terminator.
      if byte < 0x80 {
        if byte <= 0x3F && Self.asciiCandidates &>> UInt64(byte) & 1 == 1 { return offset }
        offset &+= 1
      } else if byte < 0xD6 && byte >= 0xC3 {
        offset &+= 2
      } else if byte >= 0xE4 && byte <= 0xE9 {
        offset &+= 3
      } else {
        let at = offset
        let found = classes.read(bytes, &offset)
        if Self.isSeparator(found) || Self.isTerminator(found) { return at }
      }
    }
    return nil
  }

  /// Bit set of `\n`, `\r`, `!`, `.` and `?`.
  private static let asciiCandidates: UInt64 = 1 << 0x0A | 1 << 0x0D | 1 << 0x21 | 1 << 0x2E | 1 << 0x3F

  /// What follows a terminator that lies at `at` and ends at `offset`: the boundary it brings about, if any, and where
  /// to go on.
  private func afterTerminator(_ terminator: Class, _ at: Int, _ offset: Int) -> (boundary: Int?, next: Int) {
    let isFullStop = terminator == Self.fullStop
    var offset = skipExtend(offset)
    let behind = offset
    guard offset < end else { return (nil, end) }
    var next = peek(offset)
    if isFullStop {
      if next == Self.numeric { return (nil, behind) }  // SB6
      if next == Self.upper, isCased(before: at) { return (nil, behind) }  // SB7
    }
    // SB9, SB10: closing punctuation and spaces stay with the sentence.
    while next == Self.close { (offset, next) = step(offset) }
    while next == Self.space { (offset, next) = step(offset) }
    guard let next else { return (nil, end) }
    if Self.isSeparator(next) {  // SB11
      _ = classes.read(bytes, &offset)
      offset = endOfSeparator(next, offset)
      return (offset, offset)
    }
    if next == Self.continues || Self.isTerminator(next) { return (nil, offset) }  // SB8a
    if isFullStop, isLowerAhead(offset) { return (nil, offset) }  // SB8
    return (offset, offset)
  }

  /// SB8: whether a lower-case letter comes before any other letter, terminator or separator.
  private func isLowerAhead(_ offset: Int) -> Bool {
    var offset = offset
    while offset < end {
      let next = classes.read(bytes, &offset)
      if next == Self.lower { return true }
      if next == Self.upper || next == Self.letter || Self.isSeparator(next) || Self.isTerminator(next) {
        return false
      }
    }
    return false
  }

  /// Whether an upper- or lower-case letter, perhaps with marks, ends at `offset`.
  private func isCased(before offset: Int) -> Bool {
    var offset = offset
    while offset > start {
      offset = previousScalar(bytes, offset, from: start)
      let found = peek(offset)
      if found == Self.extend || found == Self.format { continue }
      return found == Self.upper || found == Self.lower
    }
    return false
  }

  /// The class at `offset`; `nil` at the end.
  private func peek(_ offset: Int) -> Class? {
    guard offset < end else { return nil }
    var offset = offset
    return classes.read(bytes, &offset)
  }

  /// Steps over a character and the marks on it.
  private func step(_ offset: Int) -> (Int, Class?) {
    var offset = offset
    _ = classes.read(bytes, &offset)
    offset = skipExtend(offset)
    return (offset, peek(offset))
  }

  /// SB5: marks and format characters belong to what they follow.
  private func skipExtend(_ offset: Int) -> Int {
    var offset = offset
    while let next = peek(offset), next == Self.extend || next == Self.format { _ = classes.read(bytes, &offset) }
    return offset
  }

  /// SB3: takes the line feed behind a carriage return.
  private func endOfSeparator(_ separator: Class, _ offset: Int) -> Int {
    separator == Self.carriageReturn && offset < end && bytes[offset] == 0x0A ? offset + 1 : offset
  }

  private static func isSeparator(_ value: Class) -> Bool {
    value == carriageReturn || value == lineFeed || value == separator
  }

  private static func isTerminator(_ value: Class) -> Bool { value == fullStop || value == terminator }
}

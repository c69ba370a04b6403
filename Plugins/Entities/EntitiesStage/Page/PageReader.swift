import StageKit

/// Cuts a page into tokens.
struct PageReader {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>
  private let letters: UnsafeBufferPointer<LetterClass>
  private let table: WordTable.View
  private let known: UnsafeMutablePointer<PageWords.Entry>
  private let end: Int
  /// Bytes of the text, also those behind the page.
  private let limit: Int
  private var position: Int
  private var count = 0
  /// Line breaks and spaces since the last token, tabs counting as three spaces.
  private var lines = 0
  private var spaces = 0
  private var lineStart: Int
  private var lastLineLength = 0

  /// Bytes of a line that was broken to fit a page; shorter ones end by themselves, longer ones were never broken.
  private static let wrapped = 58...110

  init(
    _ page: Page, _ start: Int, _ end: Int, _ limit: Int, _ letters: UnsafeBufferPointer<LetterClass>,
    _ table: WordTable.View
  ) {
    self.page = page
    tokens = page.tokens
    self.letters = letters
    self.table = table
    self.end = end
    self.limit = limit
    known = page.buffers.words.entries
    position = start
    lineStart = start
    lines = 2
  }

  mutating func read() {
    let bytes = page.bytes
    while position < end {
      let byte = bytes[position]
      if byte == 0x20 {
        spaces += 1
        position += 1
        continue
      }
      if isAsciiWord(byte) {
        readShortWord()
        continue
      }
      let (letter, length) = letterClass(at: position)
      switch letter {
      case .upper, .lower, .otherLetter, .mark, .digit: readShortWord()
      case .space: advance(length) { $0.spaces += 1 }
      case .invisible: position += length
      case .wideBreak: advance(length) { $0.spaces += 3 }
      case .lineBreak:
        // A carriage return before a line feed is no line of its own.
        if !(byte == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A) {
          lines += 1
          if lines == 1 { lastLineLength = position - lineStart }
        }
        position += length
        lineStart = position
      default: readMark(letter, length)
      }
    }
    page.finish(count, at: end)
    PageLayout(page).mark()
  }

  @inline(__always) private mutating func advance(_ length: Int, _ body: (inout PageReader) -> Void) {
    body(&self)
    position += length
  }

  @inline(__always) private func letterClass(at offset: Int) -> (LetterClass, Int) {
    let (value, length) = scalar(at: offset)
    if value < 0x10000 { return (letters[Int(value)], length) }
    return (Unicode.Scalar(value).map(LetterTable.classify) ?? .sign, length)
  }

  @inline(__always) private func scalar(at offset: Int) -> (UInt32, Int) {
    let bytes = page.bytes
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0, offset + 1 < end { return ((lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2) }
    if lead < 0xF0, offset + 2 < end {
      return ((lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F), 3)
    }
    guard lead >= 0xF0, offset + 3 < end else { return (0xFFFD, 1) }
    let high = (lead & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
    return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  private func currentGap() -> Token.Gap {
    if lines > 1 || spaces > 2 { return .wide }
    if lines == 1 { return Self.wrapped.contains(lastLineLength) ? .wrap : .line }
    return spaces > 0 ? .space : .none
  }

  @inline(__always) private mutating func append(_ token: Token) {
    tokens[count] = token
    count &+= 1
    lines = 0
    spaces = 0
  }

  private mutating func readMark(_ letter: LetterClass, _ length: Int) {
    var token = Token()
    token.start = UInt32(position)
    token.end = UInt32(position + length)
    token.kind = .mark
    token.gap = currentGap()
    let byte = page.bytes[position]
    if letter == .apostrophe, token.gap == .none, count > 0, page.tokens[count - 1].kind == .word {
      // "Women’s": the apostrophe and the s belong together. "Farmers’ Union": the apostrophe alone.
      let next = position + length
      if next < end, page.bytes[next] | 0x20 == 0x73, !isWordByte(next + 1) {
        token.kind = .possessive
        token.end = UInt32(next + 1)
        position = next + 1
        append(token)
        return
      }
      if page.tokens[count - 1].shape.contains(.endsInS) { token.kind = .possessive }
    }
    token.mark =
      switch letter {
      case .dash: Mark.hyphen
      case .quote: Mark.quote
      case .apostrophe: UInt8(ascii: "'")
      case .bullet: Mark.bullet
      case .ellipsis: Mark.stop
      default: byte < 0x80 ? byte : UInt8(ascii: "?")
      }
    if byte == 0xE2, length == 3, page.bytes[position + 1] == 0x82 { token.words = .measure }  // U+20A0…: currencies
    if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || byte == 0xC2 && page.bytes[position + 1] == 0xA3 {
      token.words = .measure
    }
    position += length
    append(token)
  }

  @inline(__always) private func isWordByte(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let byte = page.bytes[offset]
    return byte >= 0x80 || isAsciiWord(byte)
  }

  @inline(__always) private func isAsciiWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Nearly every word is short, and has been read before.
  @inline(__always) private mutating func readShortWord() {
    let start = position
    guard let word = ShortWord(page.bytes, at: start, limit: limit), start &+ word.count <= end,
      page.bytes[start &+ word.count] != 0x27
    else {
      readWord()
      return
    }
    let entry = known + word.place(bits: PageWords.placeBits)
    if entry.pointee.low == word.low, entry.pointee.high == word.high {
      var token = Token()
      token.start = UInt32(truncatingIfNeeded: start)
      position = start &+ word.count
      token.end = UInt32(truncatingIfNeeded: position)
      token.words = entry.pointee.words
      token.value = entry.pointee.value
      token.shape = entry.pointee.shape
      token.kind = entry.pointee.kind
      token.gap = currentGap()
      append(token)
      return
    }
    readWord()
    // Beyond ASCII there are also quotation marks and the like, which end a word.
    guard position == start &+ word.count else { return }
    let token = tokens[count &- 1]
    entry.pointee = PageWords.Entry(
      low: word.low, high: word.high, words: token.words, value: token.value, shape: token.shape, kind: token.kind)
  }

  private mutating func readWord() {
    let bytes = page.bytes
    var token = Token()
    token.start = UInt32(position)
    token.gap = currentGap()
    var hash = WordTable.seed
    var capitals = 0
    var letterCount = 0
    var digits = 0
    var value = 0
    var last: UInt8 = 0
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          if byte < 0x60 {
            capitals += 1
            if letterCount == 0 { token.shape.insert(.capital) }
          }
          letterCount += 1
        } else if byte &- 0x30 < 10 {
          digits += 1
          value = min(value * 10 + Int(byte & 15), 100_000)
        } else if byte == 0x27, isInner(position + 1) {
          hash = WordTable.step(hash, byte)
          position += 1
          continue
        } else {
          break
        }
        hash = WordTable.step(hash, byte)
        last = byte
        position += 1
        continue
      }
      let (letter, length) = letterClass(at: position)
      switch letter {
      case .upper:
        capitals += 1
        if letterCount == 0 { token.shape.insert(.capital) }
        letterCount += 1
      case .lower, .otherLetter: letterCount += 1
      case .mark, .invisible: break
      case .apostrophe where isInner(position + length): break
      default:
        close(&token, hash, capitals, letterCount, digits, value, last)
        return
      }
      if letter != .apostrophe { token.shape.insert(.marked) }
      for offset in position..<(position + length) { hash = WordTable.step(hash, bytes[offset]) }
      last = bytes[position + length - 1]
      position += length
    }
    close(&token, hash, capitals, letterCount, digits, value, last)
  }

  /// Whether an apostrophe before `offset` is inside a word: a letter follows, and it is not a possessive `s`.
  private func isInner(_ offset: Int) -> Bool {
    guard offset < end, isWordByte(offset), page.bytes[offset] &- 0x30 >= 10 else { return false }
    if page.bytes[offset] >= 0x80 {
      let (letter, _) = letterClass(at: offset)
      if letter != .upper && letter != .lower { return false }
    }
    return page.bytes[offset] | 0x20 != 0x73 || isWordByte(offset + 1)
  }

  private mutating func close(
    _ token: inout Token, _ hash: UInt64, _ capitals: Int, _ letters: Int, _ digits: Int, _ value: Int, _ last: UInt8
  ) {
    token.end = UInt32(position)
    if letters == 0 {
      token.kind = digits > 0 ? .number : .word
      if digits > 0, digits <= 4 { token.value = UInt16(value) }
    } else {
      token.kind = .word
      if letters > 1, capitals == letters { token.shape.insert(.allCapitals) }
      if letters == 1 { token.shape.insert(.single) }
      if digits > 0 {
        token.shape.insert(.digit)
        if digits <= 2, letters == 2 { token.value = UInt16(value) }
      } else {
        if token.end - token.start <= WordTable.longest { (token.words, token.value) = table.find(hash) }
      }
      if last | 0x20 == 0x73 { token.shape.insert(.endsInS) }
    }
    append(token)
  }
}

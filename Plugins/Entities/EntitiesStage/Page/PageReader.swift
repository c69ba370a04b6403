/// Cuts a page into tokens.
struct PageReader {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>
  private let letters: UnsafeBufferPointer<LetterClass>
  private let table: WordTable.View
  private let end: Int
  private var position: Int
  private var count = 0
  /// Line breaks and spaces since the last token, tabs counting as three spaces.
  private var lines = 0
  private var spaces = 0
  private var lineStart: Int
  private var lastLineLength = 0

  /// Bytes of a line that was broken to fit a page; shorter ones end by themselves, longer ones were never broken.
  private static let wrapped = 58...110

  init(_ page: Page, _ start: Int, _ end: Int, _ letters: UnsafeBufferPointer<LetterClass>, _ table: WordTable.View) {
    self.page = page
    tokens = page.tokens
    self.letters = letters
    self.table = table
    self.end = end
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
      let (letter, length) = letterClass(at: position)
      switch letter {
      case .upper, .lower, .otherLetter, .mark, .digit: if !readPlainWord() { readWord() }
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
    return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Nearly every word: one ASCII letter of either case, then small ones, then something that ends the word.
  @inline(__always) private mutating func readPlainWord() -> Bool {
    let bytes = page.bytes
    let start = position
    let end = end
    let first = bytes[start]
    guard (first | 0x20) &- 0x61 < 26 else { return false }
    var hash = WordTable.step(WordTable.seed, first)
    var offset = start &+ 1
    while offset < end, bytes[offset] &- 0x61 < 26 {
      hash = WordTable.step(hash, bytes[offset])
      offset &+= 1
    }
    if offset < end {
      let next = bytes[offset]
      if next >= 0x80 || (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x27 { return false }
    }
    var token = Token()
    token.start = UInt32(truncatingIfNeeded: start)
    token.end = UInt32(truncatingIfNeeded: offset)
    token.gap = currentGap()
    token.kind = .word
    if first < 0x60 { token.shape.insert(.capital) }
    if offset - start == 1 { token.shape.insert(.single) }
    if bytes[offset &- 1] | 0x20 == 0x73 { token.shape.insert(.endsInS) }
    if offset &- start <= WordTable.longest { (token.words, token.value) = table.find(hash) }
    position = offset
    append(token)
    return true
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

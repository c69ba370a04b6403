internal import CICU

/// Cuts text into segments by rules WB1–WB999 of UAX #29; stretches that need a dictionary go through ICU.
struct WordScanner {
  /// Bytes between two boundaries.
  struct Segment {
    let start: Int
    let end: Int
    let kind: Word.Kind
    let isSpace: Bool
  }

  private let bytes: UnsafePointer<UInt8>
  private var offset: Int
  private let end: Int
  private let classes = CharacterTable.wordClasses
  private let kinds = CharacterTable.kinds

  init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.offset = start
    self.end = end
  }

  private typealias Class = UInt8
  private static let carriageReturn = Class(CICU_WORD_CR)
  private static let lineFeed = Class(CICU_WORD_LF)
  private static let newline = Class(CICU_WORD_NEWLINE)
  private static let extend = Class(CICU_WORD_EXTEND)
  private static let format = Class(CICU_WORD_FORMAT)
  private static let joiner = Class(CICU_WORD_ZWJ)
  private static let letter = Class(CICU_WORD_LETTER)
  private static let hebrew = Class(CICU_WORD_HEBREW)
  private static let numeric = Class(CICU_WORD_NUMERIC)
  private static let connector = Class(CICU_WORD_CONNECTOR)
  private static let midLetter = Class(CICU_WORD_MID_LETTER)
  private static let midNumber = Class(CICU_WORD_MID_NUMBER)
  private static let midBoth = Class(CICU_WORD_MID_BOTH)
  private static let apostrophe = Class(CICU_WORD_APOSTROPHE)
  private static let quote = Class(CICU_WORD_QUOTE)
  private static let space = Class(CICU_WORD_SPACE)
  private static let pictograph = Class(CICU_WORD_PICTOGRAPH)
  private static let hard = Class(CICU_WORD_HARD)

  /// Calls `body` with every segment, white space included; they tile the text.
  mutating func scan(_ body: (Segment) -> Void) {
    while offset < end {
      let start = offset
      if let segment = nextSegment() {
        body(segment)
      } else {
        offset = start
        scanByICU(body)
      }
    }
  }

  /// The segment at `offset`; `nil` if only a dictionary can tell.
  private mutating func nextSegment() -> Segment? {
    let start = offset
    var last = classes.read(bytes, &offset)
    var hasLetter = false
    var hasDigit = false
    func segment(isSpace: Bool? = nil) -> Segment {
      let kind: Word.Kind = hasLetter ? .letters : hasDigit ? .number : .other
      let isSpace = kind == .other && (isSpace ?? self.isSpace(start))
      return Segment(start: start, end: offset, kind: kind, isSpace: isSpace)
    }
    switch last {
    case Self.hard: return nil
    case Self.carriageReturn:
      if offset < end && bytes[offset] == 0x0A { offset &+= 1 }
      return segment(isSpace: true)
    case Self.lineFeed, Self.newline: return segment(isSpace: true)
    case Self.space:
      // A lone space before ASCII is most of them.
      if offset < end && bytes[offset] < 0x80 && bytes[offset] != 0x20 { return segment(isSpace: true) }
      while peek(offset) == Self.space { _ = classes.read(bytes, &offset) }
    case Self.letter, Self.hebrew: hasLetter = bytes[start] != 0x40
    case Self.numeric: hasDigit = true
    default: break
    }
    while true {
      if last == Self.letter || last == Self.numeric || last == Self.connector {
        skipLetters(&hasLetter, &hasDigit, &last)
        if offset == end || bytes[offset] == 0x20 { return segment(isSpace: false) }
      }
      let isJoined = skipExtend(behindJoiner: last == Self.joiner)
      guard let next = peek(offset) else { break }
      if isJoined && next == Self.pictograph {  // WB3c
        last = classes.read(bytes, &offset)
        continue
      }
      switch joins(last, next) {
      case .yes: last = classes.read(bytes, &offset)
      case .withNext(let target):
        offset = target
        last = classes.read(bytes, &offset)
      case .withQuote:  // WB7a
        _ = classes.read(bytes, &offset)
        last = Self.apostrophe
      case .no: return segment()
      case .unknown: return nil
      }
      hasLetter = hasLetter || last == Self.letter || last == Self.hebrew
      hasDigit = hasDigit || last == Self.numeric
    }
    return segment()
  }

  private enum Joint {
    case yes
    case no
    /// Joined together with what stands at the offset.
    case withNext(Int)
    case withQuote
    /// Depends on a character that belongs to ICU.
    case unknown
  }

  /// WB5–WB13b: whether the character at `offset`, of class `next`, goes on with a segment that ends in `last`.
  private func joins(_ last: Class, _ next: Class) -> Joint {
    switch last {
    case Self.letter, Self.hebrew:
      switch next {
      case Self.letter, Self.hebrew, Self.numeric, Self.connector: return .yes
      case Self.hard: return .unknown
      case Self.midLetter, Self.midBoth, Self.apostrophe:
        let (after, target) = classAfter(offset)
        if after == Self.letter || after == Self.hebrew { return .withNext(target) }
        if after == Self.hard { return .unknown }
        return last == Self.hebrew && next == Self.apostrophe ? .withQuote : .no
      case Self.quote:
        let (after, target) = classAfter(offset)
        return last == Self.hebrew && after == Self.hebrew ? .withNext(target) : .no
      default: return .no
      }
    case Self.numeric:
      switch next {
      case Self.letter, Self.hebrew, Self.numeric, Self.connector: return .yes
      case Self.hard: return .unknown
      case Self.midNumber, Self.midBoth, Self.apostrophe:
        let (after, target) = classAfter(offset)
        return after == Self.numeric ? .withNext(target) : .no
      default: return .no
      }
    case Self.connector:
      switch next {
      case Self.letter, Self.hebrew, Self.numeric, Self.connector: return .yes
      case Self.hard: return .unknown
      default: return .no
      }
    default: return .no
    }
  }

  /// The run of letters, digits, underscores and marks at `offset`, which all join.
  private mutating func skipLetters(_ hasLetter: inout Bool, _ hasDigit: inout Bool, _ last: inout Class) {
    while offset < end {
      let at = offset
      switch classes.read(bytes, &offset) {
      case Self.letter:
        last = Self.letter
        hasLetter = hasLetter || bytes[at] != 0x40
      case Self.numeric:
        last = Self.numeric
        hasDigit = true
      case Self.connector: last = Self.connector
      case Self.extend: break
      default:
        offset = at
        return
      }
    }
  }

  /// WB4: steps over marks and format characters; whether a joiner is the last thing now behind the offset.
  private mutating func skipExtend(behindJoiner: Bool) -> Bool {
    var isJoined = behindJoiner
    while offset < end && bytes[offset] >= 0x80 {
      let at = offset
      let found = classes.read(bytes, &offset)
      guard found == Self.extend || found == Self.format || found == Self.joiner else {
        offset = at
        break
      }
      isJoined = found == Self.joiner
    }
    return isJoined
  }

  private func peek(_ offset: Int) -> Class? {
    guard offset < end else { return nil }
    var offset = offset
    return classes.read(bytes, &offset)
  }

  /// The class of what follows the character at `offset` and its marks, and where that lies.
  private func classAfter(_ offset: Int) -> (Class?, Int) {
    var offset = offset
    _ = classes.read(bytes, &offset)
    while let found = peek(offset) {
      guard found == Self.extend || found == Self.format || found == Self.joiner else { return (found, offset) }
      _ = classes.read(bytes, &offset)
    }
    return (nil, offset)
  }

  private func isSpace(_ offset: Int) -> Bool {
    var offset = offset
    return kinds.read(bytes, &offset) == UInt8(CICU_KIND_SPACE)
  }

  /// Hands the stretch from `offset` to the next ASCII white space to ICU; a segment begins there, but for a space that
  /// joins a wide one before it.
  private mutating func scanByICU(_ body: (Segment) -> Void) {
    let start = offset
    while offset < end {
      let byte = bytes[offset]
      if byte >= 0x09 && byte <= 0x0D { break }
      if byte == 0x20 {
        let before = offset > start ? peek(previousScalar(bytes, offset, from: start)) : nil
        if before != Self.space { break }
      }
      offset &+= 1
    }
    withoutActuallyEscaping(body) { body in
      var stretch = Stretch(bytes: bytes, base: start, last: start, kinds: kinds, body: body)
      withUnsafeMutablePointer(to: &stretch) { pointer in
        cicu_breaks(Int32(CICU_BREAK_WORD), bytes + start, offset - start, pointer) { context, end, status in
          context?.assumingMemoryBound(to: Stretch.self).pointee.add(end, status)
        }
      }
    }
  }

  /// Turns what ICU reports about a stretch into segments.
  private struct Stretch {
    let bytes: UnsafePointer<UInt8>
    let base: Int
    var last: Int
    let kinds: CharacterTable
    let body: (Segment) -> Void

    mutating func add(_ end: Int, _ status: Int32) {
      var first = last
      let isSpace = kinds.read(bytes, &first) == UInt8(CICU_KIND_SPACE)
      let kind: Word.Kind = status >= 200 ? .letters : status >= 100 ? .number : .other
      body(Segment(start: last, end: base + end, kind: kind, isSpace: isSpace))
      last = base + end
    }
  }
}

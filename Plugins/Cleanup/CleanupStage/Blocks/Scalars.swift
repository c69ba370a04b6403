/// Bytes of text that is known to be UTF-8.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// What kind of space or invisible character a scalar is, for the rules and for the cut into blocks.
enum ScalarKind {
  case other
  /// Ends a line, though it is not LF.
  case lineEnd
  /// A space other than U+0020 and tab.
  case space
  case softHyphen
  /// Format and control characters that never carry meaning in the texts at hand.
  case invisible
  /// ZWNJ and ZWJ: needed in emoji and in many scripts of Asia.
  case joiner
  /// ZWSP: parts words in scripts that write no spaces.
  case zeroWidthSpace
  /// Marks that steer the direction of text.
  case bidi
}

extension UnsafeBufferPointer<UInt8> {
  /// Length in bytes of the scalar at `offset`.
  @inline(__always) func scalarLength(at offset: Int) -> Int {
    switch self[offset] {
    case 0..<0x80: 1
    case 0..<0xE0: Swift.min(2, count - offset)
    case 0..<0xF0: Swift.min(3, count - offset)
    default: Swift.min(4, count - offset)
    }
  }

  /// The scalar at `offset`; the text is known to be UTF-8.
  func scalar(at offset: Int) -> UInt32 {
    let first = UInt32(self[offset])
    func next(_ index: Int) -> UInt32 { UInt32(self[offset + index]) & 0x3F }
    switch scalarLength(at: offset) {
    case 1: return first
    case 2: return (first & 0x1F) << 6 | next(1)
    case 3: return (first & 0x0F) << 12 | next(1) << 6 | next(2)
    default: return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    }
  }

  /// Where the scalar that ends at `offset` starts; `offset` must be above 0.
  func scalarStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The scalar that ends at `offset`, or U+000A at the start of the text.
  func scalar(before offset: Int) -> UInt32 { offset == 0 ? 0x0A : scalar(at: scalarStart(before: offset)) }

  /// The scalar at `offset`, or U+000A at the end of the text.
  func scalarOrEnd(at offset: Int) -> UInt32 { offset >= count ? 0x0A : scalar(at: offset) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the run of white space, invisible characters and page breaks at `offset` ends, and whether a line ends there.
  ///
  /// Form feeds and vertical tabs belong to it: where nothing else stands before or behind them on the line, they only
  /// say that a page ends too.
  func blankRun(from offset: Int, _ marks: inout Marks) -> (end: Int, endsLine: Bool) {
    var index = offset
    while index < count {
      switch self[index] {
      case 0x20, 0x09:
        marks.formUnion([.trailingSpace, .spaceRun])
        index += 1
      case 0x0B, 0x0C:
        marks.insert(.lineEnd)
        index += 1
      case 0x0A: return (index, true)
      default:
        let kind = ScalarKind(scalar(at: index))
        if kind == .other { return (index, false) }
        marks.insert(kind.mark)
        if kind == .lineEnd { return (index, true) }
        if kind == .space { marks.formUnion([.trailingSpace, .spaceRun]) }
        index += scalarLength(at: index)
      }
    }
    return (index, true)
  }

  /// Length of the line end at `offset`: LF, CRLF, CR, NEL, LS or PS.
  func lineEndLength(at offset: Int) -> Int {
    self[offset] == 0x0D && offset + 1 < count && self[offset + 1] == 0x0A ? 2 : scalarLength(at: offset)
  }
}

extension ScalarKind {
  /// Kind of a scalar by the tables of the Unicode Character Database (White_Space, general categories Cc and Cf).
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09, 0x0A, 0x20: self = .other
    case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
    case 0x00...0x1F, 0x7F...0x9F: self = .invisible
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAD: self = .softHyphen
    case 0x200B: self = .zeroWidthSpace
    case 0x200C, 0x200D: self = .joiner
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidi
    case 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: self = .invisible
    default: self = .other
    }
  }

  /// The mark that leads rules to it.
  var mark: Marks {
    switch self {
    case .other: []
    case .lineEnd: .lineEnd
    case .space: .unusualSpace
    case .softHyphen: .softHyphen
    case .invisible, .joiner, .zeroWidthSpace, .bidi: .invisible
    }
  }
}

extension UInt32 {
  /// Letters of Latin script, digits left out: ASCII, Latin-1 and the extended blocks that Vietnamese uses.
  var isLatinLetter: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  var isDigit: Bool { 0x30...0x39 ~= self }
  var isLatinLetterOrDigit: Bool { isLatinLetter || isDigit }

  /// Capital letters of ASCII, Latin-1 and the Vietnamese ones.
  var isCapital: Bool {
    switch self {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x1AF: true
    case 0x100...0x17F: (self < 0x138 || self > 0x148 && self < 0x179) ? self % 2 == 0 : self % 2 == 1
    case 0x1A0: true
    case 0x1E00...0x1EFF: self % 2 == 0
    default: false
    }
  }

  var isSmallLetter: Bool { isLatinLetter && !isCapital && !(0x300...0x36F ~= self) }

  /// Space, tab or line end, or a boundary of the text.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0xA0 }

  /// Quotation marks and brackets that may close a sentence.
  var isClosing: Bool {
    switch self {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D: true
    default: false
    }
  }

  /// Quotation marks and brackets that may stand before a word.
  var isOpening: Bool {
    switch self {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201C, 0x2014, 0x2013: true
    default: false
    }
  }
}

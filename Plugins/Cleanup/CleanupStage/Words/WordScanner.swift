/// Finds the words of a stretch of text, a run of letters, digits, `_` and `'` each.
///
/// Table-driven on bytes: every byte from 0x80 on belongs to a word, except characters of general punctuation, symbols
/// and other scripts' marks (lead bytes C2, E2, E3, EF and F0 to F4).
struct WordScanner {
  /// What a word is made of; several may hold.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let small = Shape(rawValue: 1)
    static let capital = Shape(rawValue: 2)
    static let nonASCII = Shape(rawValue: 4)
    static let digit = Shape(rawValue: 8)
  }

  struct Word {
    let start: Int
    let end: Int
    let shape: Shape
  }

  private static let shapes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x61...0x7A: Shape.small.rawValue
    case 0x41...0x5A: Shape.capital.rawValue
    case 0x30...0x39, 0x5F, 0x27: Shape.digit.rawValue
    case 0x80...0xBF, 0xC3...0xE1, 0xE4...0xEE: Shape.nonASCII.rawValue
    default: 0
    }
  }

  /// Calls `body` with each word, from left to right.
  @inline(__always)
  static func forEachWord(_ bytes: Bytes, from start: Int = 0, _ body: (Word) -> Void) {
    shapes.withUnsafeBufferPointer { shapes in
      let count = bytes.count
      var index = start
      while index < count {
        let byte = bytes[index]
        let first = shapes[Int(byte)]
        if first == 0 {
          // The rest of a character that is no letter goes with its lead byte.
          index += byte < 0x80 ? 1 : bytes.scalarLength(at: index)
          continue
        }
        let wordStart = index
        var shape = first
        index += 1
        while index < count {
          let next = shapes[Int(bytes[index])]
          if next == 0 { break }
          shape |= next
          index += 1
        }
        body(Word(start: wordStart, end: index, shape: Shape(rawValue: shape)))
      }
    }
  }
}

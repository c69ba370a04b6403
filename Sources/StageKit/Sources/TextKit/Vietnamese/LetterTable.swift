/// Look-up between scalars and Vietnamese letters, and the joining of letters with marks.
struct LetterTable {
  /// Letter of each scalar up to U+024F, then of U+1E00 to U+1EFF; 0 for none.
  private let letters: UnsafePointer<UInt16>
  /// Scalar of each letter, by its raw value.
  private let scalars: UnsafePointer<UInt32>

  static let shared = LetterTable()

  private init() {
    let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x350)
    letters.initialize(repeating: 0, count: 0x350)
    let scalars = UnsafeMutablePointer<UInt32>.allocate(capacity: 0x200)
    scalars.initialize(repeating: 0, count: 0x200)
    for (scalar, letter) in Letter.forms {
      letters[scalar < 0x250 ? Int(scalar) : Int(scalar) - 0x1E00 + 0x250] = letter.raw
      scalars[Int(letter.raw)] = scalar
    }
    self.letters = UnsafePointer(letters)
    self.scalars = UnsafePointer(scalars)
  }

  /// The letter that a scalar is; `nil` if Vietnamese does not use it.
  @inline(__always) subscript(scalar: UInt32) -> Letter? {
    let raw: UInt16
    if scalar < 0x250 {
      raw = letters[Int(scalar)]
    } else if scalar &- 0x1E00 < 0x100 {
      raw = letters[Int(scalar) &- 0x1E00 &+ 0x250]
    } else {
      return nil
    }
    return raw == 0 ? nil : Letter(raw: raw)
  }

  /// The composed scalar of a letter.
  @inline(__always) func scalar(of letter: Letter) -> UInt32 { scalars[Int(letter.raw)] }

  /// The letter with a combining mark put on it; `nil` if canonical composition would not join the two.
  func joining(_ letter: Letter, _ mark: UInt32) -> Letter? {
    switch mark {
    case 0x300, 0x340: return toned(letter, .huyền)
    case 0x301, 0x341: return toned(letter, .sắc)
    case 0x303: return toned(letter, .ngã)
    case 0x309: return toned(letter, .hỏi)
    case 0x323: return toned(letter, .nặng)
    case 0x302:
      switch letter.symbol {
      case Letter.Symbol.a: return shaped(letter, Letter.Symbol.circumflexA)
      case Letter.Symbol.e: return shaped(letter, Letter.Symbol.circumflexE)
      case Letter.Symbol.o: return shaped(letter, Letter.Symbol.circumflexO)
      default: return nil
      }
    case 0x306: return letter.symbol == Letter.Symbol.a ? shaped(letter, Letter.Symbol.breveA) : nil
    // The horn sorts before every tone mark.
    case 0x31B where letter.symbol == Letter.Symbol.o:
      return Letter(symbol: Letter.Symbol.hornO, tone: letter.tone, isCapital: letter.isCapital)
    case 0x31B where letter.symbol == Letter.Symbol.u:
      return Letter(symbol: Letter.Symbol.hornU, tone: letter.tone, isCapital: letter.isCapital)
    default: return nil
    }
  }

  private func toned(_ letter: Letter, _ tone: Tone) -> Letter? {
    guard letter.tone == 0 else { return nil }
    let result = Letter(symbol: letter.symbol, tone: tone.rawValue, isCapital: letter.isCapital)
    return scalars[Int(result.raw)] == 0 ? nil : result
  }

  /// Circumflex and breve sort behind the dot below, but keep their place among the marks above.
  private func shaped(_ letter: Letter, _ symbol: UInt8) -> Letter? {
    guard letter.tone == 0 || letter.tone == Tone.nặng.rawValue else { return nil }
    return Letter(symbol: symbol, tone: letter.tone, isCapital: letter.isCapital)
  }
}

// Safe: the tables are written once, before the value exists, and only read afterwards.
extension LetterTable: @unchecked Sendable {}

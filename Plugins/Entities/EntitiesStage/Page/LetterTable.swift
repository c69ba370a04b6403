/// What the tokeniser must know of a character beyond ASCII.
enum LetterClass: UInt8 {
  case upper, lower, otherLetter, digit, mark, space, lineBreak, wideBreak, apostrophe, dash, quote, bullet, ellipsis,
    sign
  /// Takes no part: soft hyphen, zero-width space.
  case invisible
}

/// Classes of the characters of the Basic Multilingual Plane.
struct LetterTable: Sendable {
  private let classes: [LetterClass]

  static let shared = LetterTable()

  private init() {
    classes = (UInt32(0)..<0x10000).map { value in
      Unicode.Scalar(value).map(Self.classify) ?? .sign
    }
  }

  func withView<Result>(_ body: (UnsafeBufferPointer<LetterClass>) throws -> Result) rethrows -> Result {
    try classes.withUnsafeBufferPointer(body)
  }

  static func classify(_ scalar: Unicode.Scalar) -> LetterClass {
    switch scalar.value {
    case 0x09, 0x0C, 0x2029: return .wideBreak
    case 0x0A, 0x0B, 0x0D, 0x85, 0x2028: return .lineBreak
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
    case 0x27, 0x2018, 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x2D, 0x2010...0x2015, 0x2212: return .dash
    case 0x22, 0x201C...0x201F, 0xAB, 0xBB: return .quote
    case 0x2022, 0x2023, 0x25AA, 0x25A0, 0x25CF, 0x2043, 0xB7, 0x2192, 0x2713, 0x2714: return .bullet
    case 0x2026: return .ellipsis
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return .invisible
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .modifierLetter, .otherLetter: return .otherLetter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return scalar.isASCII ? .digit : .otherLetter
    case .letterNumber, .otherNumber: return .otherLetter
    default: return .sign
    }
  }
}

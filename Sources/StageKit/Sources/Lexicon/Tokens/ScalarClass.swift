/// What a character is to the tokeniser.
enum ScalarClass: UInt8 {
  /// Letter, digit or mark.
  case word
  case space
  /// A tab, which parts cells: no name goes across.
  case tab
  case lineBreak
  /// Ends a paragraph by itself, like a blank line.
  case paragraphBreak
  case hyphen
  /// Longer dashes; like a hyphen between words, but not a letter-by-letter join.
  case dash
  case apostrophe
  /// Invisible: skipped wherever it stands.
  case invisible
  /// Punctuation, symbol: a token of its own.
  case mark

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x09: self = .tab
    case 0x0A, 0x0B, 0x0D, 0x85, 0x2028: self = .lineBreak
    case 0x0C, 0x2029: self = .paragraphBreak
    case 0x2D, 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x27, 0x2018, 0x2019, 0x02BC, 0xFF07: self = .apostrophe
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: self = .invisible
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
        self = .word
      default: self = .mark
      }
    }
  }
}

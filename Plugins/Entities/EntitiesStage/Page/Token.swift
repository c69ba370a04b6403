/// A word, number or punctuation mark of the text, with what rules ask of it again and again.
struct Token {
  /// Offset of the first byte in the text.
  var start: UInt32 = 0
  /// Offset past the last byte.
  var end: UInt32 = 0
  var words: GrammarWords = []
  var roles: Roles = []
  /// Index of the first lexicon hit that begins here; -1 for none.
  var hit: Int32 = -1
  /// A number's value up to 9999, a month word's number; otherwise ``Token/noValue``.
  var value: UInt16 = Token.noValue
  var shape: Shape = []
  var kind = Kind.end
  /// What stands between the token before and this one.
  var gap = Gap.none
  /// For a mark: its ASCII character; typographic dashes read as `-`, quotes as `"`, bullets as `*`, others as `?`.
  var mark: UInt8 = 0

  static let noValue = UInt16.max

  enum Kind: UInt8 {
    /// Letters, perhaps with digits (`15th`, `VTV8`) and inner apostrophes (`K’Brêu`).
    case word
    /// Digits only.
    case number
    case mark
    /// `’s`, or the apostrophe of `Farmers’`.
    case possessive
    /// Behind the last token of a page.
    case end
  }

  /// Ordered: what is greater parts more.
  enum Gap: UInt8, Comparable {
    case none
    case space
    /// A line break inside a paragraph that was broken into lines of about equal length.
    case wrap
    /// Any other single line break.
    case line
    /// Blank line, tab, three spaces and more: no name goes across.
    case wide

    static func < (lhs: Gap, rhs: Gap) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  struct Shape: OptionSet {
    let rawValue: UInt16
    /// The first letter is a capital.
    static let capital = Shape(rawValue: 1 << 0)
    /// At least two letters, all capitals.
    static let allCapitals = Shape(rawValue: 1 << 1)
    static let digit = Shape(rawValue: 1 << 2)
    /// Has a letter beyond ASCII.
    static let marked = Shape(rawValue: 1 << 3)
    /// In a stretch where everything is in capitals, so that capitals say nothing.
    static let loud = Shape(rawValue: 1 << 4)
    /// First word of a sentence, line or quotation, where a capital says little.
    static let first = Shape(rawValue: 1 << 5)
    /// Only one letter.
    static let single = Shape(rawValue: 1 << 6)
    /// Part of a date, an address of the net or a document number: names do not begin or end here.
    static let taken = Shape(rawValue: 1 << 7)
    /// The paragraph is Vietnamese.
    static let vietnamese = Shape(rawValue: 1 << 8)
    /// The paragraph is Vietnamese written without diacritics.
    static let plain = Shape(rawValue: 1 << 9)
    /// The last letter is `s`.
    static let endsInS = Shape(rawValue: 1 << 10)
  }

  /// What the lexicon says about names that begin at this token.
  struct Roles: OptionSet {
    let rawValue: UInt16
    static let organisation = Roles(rawValue: 1 << 0)
    static let place = Roles(rawValue: 1 << 1)
    static let term = Roles(rawValue: 1 << 2)
    static let demonym = Roles(rawValue: 1 << 3)
    static let head = Roles(rawValue: 1 << 4)
    static let unit = Roles(rawValue: 1 << 5)
    static let title = Roles(rawValue: 1 << 6)
    static let surname = Roles(rawValue: 1 << 7)
    static let givenName = Roles(rawValue: 1 << 8)
    static let stop = Roles(rawValue: 1 << 9)
    static let literal = Roles(rawValue: 1 << 10)
    /// A title that stands before a name only (`Mr`, `bà`), not an office.
    static let honorific = Roles(rawValue: 1 << 11)
    /// A word that heads sentences and stands in titles, but may also be part of a name.
    static let soft = Roles(rawValue: 1 << 13)
    /// A form of address ends before this token.
    static let titled = Roles(rawValue: 1 << 12)
  }

  var isWord: Bool { kind == .word }
  /// A word that looks like part of a name.
  var isCapital: Bool { kind == .word && shape.contains(.capital) }
  var isLoud: Bool { shape.contains(.loud) }
  /// Whether a name may go from the token before over to this one.
  var isJoined: Bool { gap <= .wrap }

  func isMark(_ character: UInt8) -> Bool { kind == .mark && mark == character }
}

/// ASCII characters that rules ask for.
enum Mark {
  static let comma = UInt8(ascii: ",")
  static let stop = UInt8(ascii: ".")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let quote = UInt8(ascii: "\"")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let ampersand = UInt8(ascii: "&")
  static let at = UInt8(ascii: "@")
  static let bullet = UInt8(ascii: "*")
  static let bar = UInt8(ascii: "|")
}

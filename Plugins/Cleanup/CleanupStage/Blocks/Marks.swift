/// What a first look at a stretch of text has seen: one bit for each kind of trouble that a rule may want to look at.
///
/// A bit that is not set promises that the trouble is absent; a bit that is set promises nothing.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt32

  /// A line end other than LF.
  static let lineEnd = Marks(rawValue: 1 << 0)
  /// A control character, or a format character such as ZWSP.
  static let invisible = Marks(rawValue: 1 << 1)
  static let softHyphen = Marks(rawValue: 1 << 2)
  /// A space that is not U+0020.
  static let unusualSpace = Marks(rawValue: 1 << 3)
  static let tab = Marks(rawValue: 1 << 4)
  /// Two spaces in a row.
  static let spaceRun = Marks(rawValue: 1 << 5)
  /// A space or tab at the end of a line.
  static let trailingSpace = Marks(rawValue: 1 << 6)
  /// A space before a closing mark.
  static let spaceBeforeMark = Marks(rawValue: 1 << 7)
  /// A hyphen at the end of a line.
  static let hyphenAtLineEnd = Marks(rawValue: 1 << 8)
  /// An opening bracket followed by a space or a mark.
  static let bracket = Marks(rawValue: 1 << 9)
  /// A comma that follows a comma or a space.
  static let doubledComma = Marks(rawValue: 1 << 10)
  /// A full stop or comma followed by a letter.
  static let markBeforeLetter = Marks(rawValue: 1 << 11)
  /// More than one blank line.
  static let blankLines = Marks(rawValue: 1 << 12)
  /// Bytes of a script that is written from right to left.
  static let rightToLeft = Marks(rawValue: 1 << 13)
  /// Always set: for rules that look at every word.
  static let always = Marks(rawValue: 1 << 31)
}

/// What a byte can be in the scan for words.
enum ByteKind {
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  /// First or later byte of a scalar beyond ASCII.
  static let high: UInt8 = 3
  /// Space, apostrophe and marks that do not separate clauses.
  static let space: UInt8 = 0
  /// Comma, bracket, quotation mark, dash: another language may begin behind it.
  static let clauseEnd: UInt8 = 4
  /// Full stop and the like, line end.
  static let sentenceEnd: UInt8 = 5
  /// Glues parts of web and mail addresses.
  static let address: UInt8 = 6

  static let table: [UInt8] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x80...: high
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      clauseEnd
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"), 0x09...0x0D,
      UInt8(ascii: "|"), UInt8(ascii: "="):
      sentenceEnd
    case UInt8(ascii: "@"), UInt8(ascii: "_"): address
    default: space
    }
  }
}

/// One record of a CSV file.
struct CSVRow {
  /// Line of the file on which it begins, from 1.
  var line = 1
  /// Cells kept; at most ``CSVReader/cellLimit``.
  var cells: [CSVCell] = []
  /// Cells in the file.
  var cellCount = 0
}

struct CSVCell {
  /// Content, without quotes.
  var text: String
  /// Line and place in the line (in Unicode scalars, from 1) of its first character, the quote if it has one.
  var line: Int
  var position: Int
}

/// What is wrong with the form of a CSV file.
struct CSVFault {
  enum Kind {
    case unclosedQuote
    /// Text between the closing quote and the comma.
    case textAfterQuote
    /// A quote inside a cell that does not begin with one.
    case strayQuote
    case invalidUTF8(byteOffset: Int)
    case controlCharacter(UInt8)
    case longCell
  }

  var kind: Kind
  var line: Int
  var position: Int
  /// Cell of the row, from 0.
  var cell: Int
}

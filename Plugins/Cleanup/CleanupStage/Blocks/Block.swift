/// What a rule looks at: the text of a block as it stands, and the word lists if there are any.
struct Block {
  let bytes: Bytes
  let marks: Marks
  /// `nil` when every rule that needs words is off.
  let words: WordBook?

  /// Calls `body` with start and end (before the LF) of each line.
  func forEachLine(_ body: (_ start: Int, _ end: Int) -> Void) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      body(start, end)
      start = end + 1
    }
  }

  /// Start and end of the line that holds `offset`.
  func line(at offset: Int) -> (start: Int, end: Int) {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return (start, end)
  }
}

extension Block {
  /// Whether the line at `start` looks like a program: braces, back ticks, two equals signs.
  static func looksLikeCode(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var equals = 0
    for index in start..<end {
      switch bytes[index] {
      case 0x7B, 0x7D, 0x60: return true
      case 0x3D: equals += 1
      default: break
      }
    }
    return equals >= 2
  }
}

/// What the white space of a line says of its layout.
struct LineShape {
  /// Where the indentation ends.
  var textStart: Int
  /// Tabs behind the indentation.
  var tabs = 0
  /// Gaps of three spaces or more.
  var gaps = 0
  /// Vertical bars and box-drawing characters.
  var bars = 0

  init(_ bytes: Bytes, _ start: Int, _ end: Int) {
    textStart = start
    while textStart < end, bytes[textStart] == 0x20 || bytes[textStart] == 0x09 { textStart += 1 }
    var last = end
    while last > textStart, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 || bytes[last - 1] == 0x0D { last -= 1 }
    // Empty cells at the end of a row.
    for index in last..<end where bytes[index] == 0x09 { tabs += 1 }
    var run = 0
    var index = textStart
    while index < last {
      let byte = bytes[index]
      if byte == 0x20 {
        run += 1
      } else {
        if run >= 3 { gaps += 1 }
        run = 0
        if byte == 0x09 { tabs += 1 }
        if byte == 0x7C { bars += 1 }
        // U+2500 to U+257F are E2 94 80 to E2 95 BF.
        if byte == 0xE2, index + 2 < last, bytes[index + 1] & 0xFE == 0x94 { bars += 1 }
      }
      index += 1
    }
  }

  /// Columns of a table: its white space carries the layout.
  var isTable: Bool { tabs >= 2 || gaps >= 2 || bars >= 2 }
  /// May be a row of a table if its neighbour is one.
  var hasColumns: Bool { tabs > 0 || gaps > 0 || bars > 0 }
}

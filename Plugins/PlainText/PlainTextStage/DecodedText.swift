import StageKit

/// The text of a file, how it lines up with the bytes, and what was wrong with them.
struct DecodedText {
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]  // U+FFFD

  var text: Text
  var alignment: Alignment
  var notes: ReadingNotes

  init(text: Text, alignment: Alignment, notes: ReadingNotes) {
    self.text = text
    self.alignment = alignment
    self.notes = notes
  }

  init(_ bytes: [UInt8], _ encoding: TextEncoding, markLength: Int) {
    switch encoding {
    case .utf8: self.init(utf8: bytes, markLength: markLength)
    case .utf16LittleEndian, .utf16BigEndian:
      self.init(utf16: bytes, isBigEndian: encoding.isBigEndian, markLength: markLength)
    case .utf32LittleEndian, .utf32BigEndian:
      self.init(utf32: bytes, isBigEndian: encoding.isBigEndian, markLength: markLength)
    }
    noteNULs()
    notes.close(fileLength: bytes.count)
  }

  /// U+0000 stays in the text, for the cleanup stage to remove; one finding says where the first is.
  private mutating func noteNULs() {
    var count = 0
    for byte in text.bytes where byte == 0 { count &+= 1 }
    guard count > 0, let first = text.bytes.firstIndex(of: 0) else { return }
    let range = TextRange(first, first + 1)
    let source = alignment.source(of: range).first.map(\.start) ?? first
    let places = count == 1 ? "A NUL character" : "\(count) NUL characters, the first"
    notes.add(
      .nul, range, source: source..<source + 1, message: "\(places) at byte \(source) of the file, kept in the text.")
  }
}

import StageKit
import Testing
import TextKit

/// WordBreakTest.txt and SentenceBreakTest.txt; where ICU departs from UAX #29 on purpose, so do we.
struct BoundaryConformanceTests {
  private struct Row {
    let text: Text
    let boundaries: [Int]
    let source: String
  }

  private static func rows(_ name: String, isWords: Bool = false) throws -> [Row] {
    try UnicodeData.lines(name).map { line in
      var string = ""
      var boundaries: [Int] = []
      var isBreak = false
      var isBehindColon = false
      for field in line.split(whereSeparator: \.isWhitespace) {
        if field == "÷" || field == "×" {
          isBreak = field == "÷"
          continue
        }
        let scalars = UnicodeData.string(field).unicodeScalars
        let isMark = ["0300", "0308", "00AD", "200D"].contains(field)
        // CLDR 42 takes the colon out of MidLetter: it stands alone, with the marks on it.
        let isByColon = field == "003A" || (isBehindColon && !isMark)
        if isBreak || (isWords && isByColon) { boundaries.append(string.utf8.count) }
        if !isMark { isBehindColon = field == "003A" }
        string.unicodeScalars += scalars
      }
      // Both ends of the text count as boundaries in the file.
      return Row(text: Text(string), boundaries: Array(boundaries.dropFirst()), source: String(line))
    }
  }

  @Test func sentencesFollowTheStandard() throws {
    let rows = try Self.rows("auxiliary/SentenceBreakTest.txt")
    #expect(rows.count > 500)
    for row in rows {
      #expect(Boundaries.sentences(in: row.text, row.text.range) == row.boundaries, "\(row.source)")
    }
  }

  @Test func wordsFollowTheStandard() throws {
    let rows = try Self.rows("auxiliary/WordBreakTest.txt", isWords: true)
    #expect(rows.count > 1_800)
    for row in rows {
      #expect(Boundaries.wordBoundaries(in: row.text, row.text.range) == row.boundaries, "\(row.source)")
    }
  }
}

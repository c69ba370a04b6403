import TestSupport
import Testing

@testable import Glossary

@Suite struct CSVReaderTests {
  private static func rows(_ text: String) -> [[String]] {
    var reader = CSVReader(Array(text.utf8))
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row.cells.map(\.text)) }
    return rows
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b", [["a", "b"]]),
    ("\"a,1\",\"b \"\"x\"\"\"\n", [["a,1", "b \"x\""]]),
    ("\"a\nb\",c\r\n\"d\r\ne\",f", [["a\nb", "c"], ["d\ne", "f"]]),
    (",,\n", [["", "", ""]]),
    ("a\n\n\r\nb\n", [["a"], ["b"]]),
    ("\"\",x", [["", "x"]]),
    ("a,", [["a", ""]]),
    ("", []),
  ])
  func cellsAreReadAsInRFC4180(text: String, expected: [[String]]) { #expect(Self.rows(text) == expected) }

  @Test func eachCellKnowsItsLineAndPlace() {
    var reader = CSVReader(Array("tên,b\n\"x\ny\",Hà Nội,z\nlast,\n".utf8))
    var places: [String] = []
    while let row = reader.next() {
      places.append(row.cells.map { "\($0.line):\($0.position)" }.joined(separator: " "))
    }
    #expect(places == ["1:1 1:5", "2:1 3:4 3:11", "4:1 4:6"])
  }

  @Test(arguments: [
    ("a,\"b\nc,d\n", "unclosed-quote 1:3 1"), ("a,\"b\"c,d", "stray-quote 1:6 1"), ("a,b\"c,d", "stray-quote 1:4 1"),
    ("a\na,b\u{1}", "control-character 2:3 1"),
  ])
  func faultsOfFormAreReportedWhereTheyAre(text: String, expected: String) {
    var reader = CSVReader(Array(text.utf8))
    while reader.next() != nil {}
    #expect(reader.takeFaults().map { "\($0.code) \($0.line):\($0.position) \($0.cell)" } == [expected])
  }

  @Test func invalidBytesAreReportedWithTheirOffset() {
    var reader = CSVReader([0x61, 0x2C, 0x62, 0xFF, 0x0A])
    while reader.next() != nil {}
    #expect(reader.takeFaults().map(\.message).first?.contains("offset 3") == true)
  }

  @Test(arguments: 0..<200)
  func anyBytesAreReadToTheEnd(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x61, 0x2C, 0x22, 0x0A, 0x0D, 0x00, 0xFF, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0x7C, 0x20]
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    var reader = CSVReader(bytes)
    var count = 0
    while reader.next() != nil { count += 1 }
    #expect(count <= bytes.count)
  }

  @Test func aRowOfAMillionCellsAndACellOfAMillionBytesAreBounded() {
    var reader = CSVReader([UInt8](repeating: 0x2C, count: 1_000_000))
    let row = reader.next()
    #expect(row?.cellCount == 1_000_001)
    #expect(row?.cells.count == CSVReader.cellLimit)
    var other = CSVReader([UInt8](repeating: 0x61, count: 1_000_000))
    #expect(other.next()?.cells.first?.text.utf8.count == CSVReader.byteLimit)
    #expect(other.takeFaults().map(\.code) == ["long-cell"])
  }

  /// Any table, written with quotes where needed, is read back.
  @Test(arguments: 0..<100)
  func whatIsWrittenIsReadBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", ",", "\"", "\n", "ệ", " ", "|"]
    let table = (0..<5).map { _ in
      (0..<4).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
    let text = table.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    #expect(Self.rows(text) == table)
  }
}

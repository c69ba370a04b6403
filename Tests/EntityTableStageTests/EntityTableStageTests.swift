import Foundation
import StageKit
import TestSupport
import Testing

@testable import EntityTableStage

struct EntityTableStageTests {
  private func table(_ document: Document, _ writer: EntityTableWriter = EntityTableWriter()) throws -> String {
    let rendering = try writer.render(document, StageContext())
    #expect(rendering.files.isEmpty && rendering.note.isEmpty)
    return String(decoding: rendering.appended, as: UTF8.self)
  }

  /// The cells of a table by RFC 4180, read back the slow and simple way.
  private func cells(_ table: String, separator: UInt8 = 0x2C) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    let bytes = Array(table.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          cell.append(0x22)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == separator || byte == 0x0D {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0D {
          rows.append(row)
          row = []
          index += 1
        }
      } else {
        cell.append(byte)
      }
      index += 1
    }
    return rows
  }

  @Test func theSampleReportIsOneRowForEachEntityAndTerm() throws {
    let expected = """
      document,uri,type,text,concept,name_vi,name_en,match,score,rule,context,byte_start,byte_end,scalar_start,scalar_end,source_part,source_byte_start,source_byte_end
      0a1b2c3d,reports/sample.txt,place,Quảng Ngãi,,,,,1,lexicon,Cooperation in Quảng Ngãi,15,28,15,25,,16,29
      0a1b2c3d,reports/sample.txt,organisation,Farmers' Union of Tra Bong district,,,,,0.97,en.org.head-of-place,"The Farmers' Union of Tra Bong district met Oxfam in Hanoi on 12 March 2024, and asked protection for informal workers.",34,69,31,66,,35,70
      """
    let lines = try (String(decoding: EntityTableWriter().header(), as: UTF8.self) + table(SampleReport.document()))
      .split(separator: "\r\n")
    #expect(lines[0].unicodeScalars.first == "\u{FEFF}")
    #expect(lines.prefix(3).joined(separator: "\n") == "\u{FEFF}" + expected)
    #expect(lines.count == 10)
    let rows = try cells(table(SampleReport.document()))
    #expect(rows.allSatisfy { $0.count == 18 })
    #expect(
      rows[2].prefix(11) == [
        "0a1b2c3d", "reports/sample.txt", "place", "Tra Bong district", "place:tra-bong", "Huyện Trà Bồng",
        "Tra Bong District", "folded", "0.8", "lexicon",
        "The Farmers' Union of Tra Bong district met Oxfam in Hanoi on 12 March 2024, and asked protection for informal workers.",
      ])
    #expect(rows.map { $0[2] }.contains("glossary"))
  }

  @Test(arguments: [
    "=1+1", "+84 24 3", "-2", "@SUM(A1)", "\t=1", " =1", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x",
  ])
  func textThatASpreadsheetWouldRunGetsAnApostrophe(_ text: String) throws {
    var builder = DocumentBuilder(text, id: text, uri: text)
    try builder.annotate(
      "e",
      [
        Annotation(
          .entity, text, builder.document.text.range, rule: text, attributes: [.init("concept", .string(text))])
      ])
    let row = try cells(table(builder.document))[0]
    let clean = text.trimmingCharacters(in: .whitespaces)
    for column in [0, 1, 2, 3, 4, 9, 10] { #expect(row[column] == "'" + clean) }
    let bare = try cells(table(builder.document, EntityTableWriter(guardsFormulas: false)))[0]
    #expect(bare[3] == clean)
  }

  @Test(arguments: Separator.allCases)
  func hostileTextStaysInItsCell(_ separator: Separator) throws {
    var random = SeededGenerator(seed: 9)
    let pieces = ["\"", ",", ";", "\t", "\r\n", "\n", "'", "\u{0}", "ế", "😀", "a", " ", "="]
    for round in 0..<500 {
      let text =
        "x"
        + (0..<Int.random(in: 0...12, using: &random)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
      var builder = DocumentBuilder(text, id: text)
      try builder.annotate("e", [Annotation(.entity, "place", builder.document.text.range, rule: text)])
      let rows = try cells(table(builder.document, EntityTableWriter(separator: separator)), separator: separator.byte)
      let expected = text.unicodeScalars.split { $0.value <= 0x20 }.map { String($0) }.joined(separator: " ")
      #expect(rows.count == 1 && rows[0].count == 18, "seed 9, round \(round)")
      #expect(rows[0][0] == expected && rows[0][3] == expected && rows[0][9] == expected, "seed 9, round \(round)")
    }
  }

  @Test func contextIsTheSentenceShortenedAtSpaces() throws {
    let words = (1...60).map { "word\($0)" }.joined(separator: " ")
    var builder = DocumentBuilder("Before this. \(words). Behind it.")
    let sentence = builder.place("\(words).")
    try builder.annotate(
      "s",
      [
        Annotation(.sentence, "sentence", sentence, rule: "s"),
        Annotation(.entity, "place", builder.place("word1"), rule: "r"),
        Annotation(.entity, "place", builder.place("word30"), rule: "r"),
        Annotation(.entity, "place", builder.place("word60"), rule: "r"),
      ])
    let contexts = try cells(table(builder.document)).map { $0[10] }
    #expect(contexts[0].hasPrefix("word1 word2 ") && contexts[0].hasSuffix(" …"))
    #expect(contexts[1].hasPrefix("… word") && contexts[1].hasSuffix(" …") && contexts[1].contains(" word30 "))
    #expect(contexts[2].hasPrefix("… word") && contexts[2].hasSuffix(" word60."))
    #expect(contexts.allSatisfy { $0.utf8.count <= 180 })
  }

  @Test func aTextWithoutSpacesIsCutBetweenCharacters() throws {
    let text = String(repeating: "ế", count: 200) + "Huế" + String(repeating: "😀", count: 200)
    var builder = DocumentBuilder(text)
    try builder.annotate("e", [Annotation(.entity, "place", builder.place("Huế"), rule: "r")])
    let context = try cells(table(builder.document))[0][10]
    #expect(!context.contains("\u{FFFD}") && context.contains("Huế"))
  }

  @Test func longTextFitsASpreadsheetCell() throws {
    var builder = DocumentBuilder(String(repeating: "ế", count: 100_000))
    try builder.annotate("e", [Annotation(.entity, "place", builder.document.text.range, rule: "r")])
    let row = try cells(table(builder.document))[0]
    #expect(row.allSatisfy { $0.utf8.count <= 32_767 && !$0.contains("\u{FFFD}") })
    #expect(row[12] == "300000")
  }

  @Test func theMarkAtTheHeadCanBeLeftOut() {
    #expect(EntityTableWriter(separator: .semicolon, hasBOM: false).header().starts(with: Array("document;uri;".utf8)))
  }

  @Test func theDescriptionMakesTheStage() throws {
    let factory = EntityTableFactory()
    let description = try #require(factory.descriptions.first)
    guard case .writer = try factory.make(description.id, StageTrial.setup(description)) else {
      Issue.record("entity-table is no writer")
      return
    }
  }
}

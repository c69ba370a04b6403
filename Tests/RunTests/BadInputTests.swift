import Foundation
import StageKit
import TestSupport
import Testing

/// Input that is broken or meant to do harm: a document comes out, or a reason.
struct BadInputTests {
  private func document(_ bytes: [UInt8]) throws -> Document { try SeedPipeline.document(of: bytes) }
  private func document(_ text: String) throws -> Document { try document(Array(text.utf8)) }
  private let sentence = "The Women’s Union of Hà Giang province met in Hanoi on 12 August 2016."

  @Test func emptyFileIsADocumentWithAFinding() throws {
    let document = try document([])
    #expect(document.text.isEmpty)
    #expect(document.outcome == .okWithFindings)
  }

  @Test func binaryFileIsRejectedWithAReason() throws {
    let document = try document([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFE, 3, 0, 0x3E, 0, 1, 0])
    #expect(document.outcome == .rejected)
    let message = try #require(document.findings.first?.message)
    #expect(message.hasPrefix("test.txt: ") && message.count > 20)
  }

  @Test func invalidByteIsAFindingWithItsOffsetAndTheRestIsProcessed() throws {
    let document = try document(Array(sentence.utf8) + [0x20, 0xC3, 0x28, 0x20] + Array(sentence.utf8))
    let finding = try #require(document.findings.first { $0.code == "read.invalid-utf8" })
    #expect(finding.message.contains("\(sentence.utf8.count + 1)"), "\(finding.message)")
    #expect(document.annotations(in: .entity).count { $0.type == "organisation" } == 2)
  }

  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8]), (.utf16LittleEndian, []),
    (.utf16BigEndian, [0xFE, 0xFF]), (.utf16BigEndian, []),
    (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32LittleEndian, []),
    (.utf32BigEndian, [0, 0, 0xFE, 0xFF]), (.utf32BigEndian, []),
    (.utf8, [0xEF, 0xBB, 0xBF]), (.utf8, []),
  ])
  func everyUnicodeEncodingGivesTheSameNames(encoding: String.Encoding, mark: [UInt8]) throws {
    let bytes = mark + [UInt8](try #require(sentence.data(using: encoding)))
    let document = try document(bytes)
    #expect(document.text.description == sentence)
    let name = try #require(document.annotations(in: .entity).first { $0.type == "organisation" })
    let source = try #require(document.alignment.source(of: name.range).first)
    let text = String(bytes: document.source.bytes(of: source), encoding: encoding)
    #expect(text == document.text[name.range], "the source bytes are those of the name")
  }

  @Test func unpairedSurrogateIsAFinding() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Array("Hanoi ".utf16) + [0xD800] + Array(" Oxfam".utf16) {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let document = try document(bytes)
    #expect(document.findings.contains { $0.code == "read.unpaired-surrogate" })
    #expect(document.annotations(in: .entity).map { document.text[$0.range] } == ["Hanoi", "Oxfam"])
  }

  @Test func nulIsAFindingAndTheRestIsProcessed() throws {
    let document = try document(sentence + "\u{0} " + sentence)
    #expect(document.outcome == .okWithFindings)
    #expect(document.annotations(in: .entity).count { $0.type == "organisation" } == 2)
  }

  private static let hostileTexts: [String: String] = [
    "a line without end": String(repeating: "protectionfor workers in Hanoi, ", count: 30_000),
    "one word": String(repeating: "a", count: 1_000_000),
    "nested brackets": String(repeating: "(", count: 100_000) + "x" + String(repeating: ")", count: 100_000),
    "open brackets": String(repeating: "[ (", count: 100_000),
    "combining marks": "e" + String(repeating: "\u{301}\u{323}", count: 100_000),
    "spaces": String(repeating: " ", count: 500_000) + "x",
    "stops": String(repeating: ". ", count: 250_000),
    "line ends": String(repeating: "\r\n", count: 250_000),
    "capitals": String(repeating: "ABC ", count: 100_000),
    "heads": String(repeating: "Trung tâm Nghiên cứu và ", count: 20_000),
    "of": String(repeating: "Department of ", count: 30_000),
    "digits": String(repeating: "12/", count: 100_000),
    "at signs": String(repeating: "a@", count: 100_000),
    "bidi controls": String(repeating: "\u{202E}a", count: 50_000),
    "quotes": String(repeating: "“", count: 100_000),
  ]

  @Test(arguments: hostileTexts.keys.sorted())
  func hostileTextIsProcessedToItsEnd(name: String) throws {
    let document = try document(try #require(Self.hostileTexts[name]))
    #expect(document.outcome == .ok || document.outcome == .okWithFindings, "\(document.findings.map(\.message))")
  }
}

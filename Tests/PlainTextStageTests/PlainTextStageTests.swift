import StageKit
import TestSupport
import Testing

@testable import PlainTextStage

/// Reads bytes as the stage does; one document comes of each file.
func readPlainText(_ bytes: [UInt8]) throws -> ReadResult {
  try #require(try PlainTextReader().read(StageTrial.source(bytes), StageContext()).first)
}

func codes(_ result: ReadResult) -> [String] { result.findings.map(\.code) }

struct PlainTextStageTests {
  @Test(arguments: PlainTextReader.description.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } })
  func `examples of the rules hold`(rule: String, example: RuleDescription.Example) throws {
    let result = try readPlainText(Array(example.before.utf8))
    #expect(StageTrial.marked(result.text, result.annotations) == example.after, "\(rule)")
  }

  @Test func `the factory makes the reader and refuses others`() throws {
    let factory = PlainTextFactory()
    let stage = try factory.make("plain-text", StageTrial.setup(PlainTextReader.description))
    guard case .reader = stage else { throw SetupError("no reader") }
    #expect(throws: SetupError.self) { try factory.make("other", StageSetup(options: [])) }
  }

  @Test func `an empty file is a document with a finding`() throws {
    let result = try readPlainText([])
    #expect(result.text.isEmpty)
    #expect(codes(result) == ["read.empty"])
    #expect(PlainTextReader().claim(StageTrial.source([])) > 0)
    #expect(codes(try readPlainText(Array(" \n\t\r\n".utf8))) == ["read.empty"])
  }

  @Test(arguments: [
    ("%PDF-1.4 …", "a PDF file"), ("PK\u{3}\u{4}abc", "ZIP"),
    (String(repeating: "\0", count: 400) + "abc", "400 of its first 403 bytes are NUL bytes"),
  ])
  func `binary files are refused with the reason`(content: String, reason: String) throws {
    let source = StageTrial.source(Array(content.utf8), uri: "reports/x.bin")
    #expect(PlainTextReader().claim(source) == 0)
    let error = try #require(throws: BinaryInput.self) { try PlainTextReader().read(source, StageContext()) }
    #expect(error.description.contains(reason))
  }

  @Test func `random bytes are binary`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      let bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(PlainTextReader().claim(StageTrial.source(bytes)) == 0)
    }
  }

  @Test(arguments: [
    ("# Report one\nText.", "Report one"), ("  A line.\nAnother one.", "A line."),
    ("A short note\u{7}  with\ttabs.\n", "A short note with tabs."),
    ("From: A. B.\nSubject: Flood relief\n\nDear all,", "Flood relief"),
    (
      "UBND XÃ A\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\n\nSố: 5\n\nHuế, ngày 3 tháng 5 năm 2016\n\n"
        + "QUYẾT ĐỊNH\n\nĐiều 1.", "QUYẾT ĐỊNH"
    ),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBÁO CÁO\n\nNội dung.", "BÁO CÁO"),
  ])
  func `the title is the first heading or line`(text: String, title: String) throws {
    let result = try readPlainText(Array(text.utf8))
    #expect(result.metadata == [.init("title", .string(title))])
  }

  @Test func `a long title is cut at a word`() throws {
    let result = try readPlainText(Array(String(repeating: "phường xã ", count: 100).utf8))
    let title = try #require(result.metadata.first?.value.string)
    #expect(title.unicodeScalars.count <= 200 && title.hasSuffix("xã…"))
  }
}

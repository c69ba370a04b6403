import StageKit
import TestSupport
import Testing

@testable import PlainTextStage

/// The bytes of a string in an encoding, without a mark.
func encoded(_ string: String, _ encoding: TextEncoding) -> [UInt8] {
  func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
    let little = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    return encoding.isBigEndian ? little.reversed() : little
  }
  return switch encoding.unitSize {
  case 1: Array(string.utf8)
  case 2: string.utf16.flatMap { bytes(UInt32($0), 2) }
  default: string.unicodeScalars.flatMap { bytes($0.value, 4) }
  }
}

struct EncodingTests {
  static let samples = [
    "Hội thảo ở Hà Nội.\nWorkshop 😀.", "A", "Kính gửi: Ủy ban nhân dân xã Thượng Lộ", "Report No. 7\r\n\r\nText",
  ]

  @Test(arguments: TextEncoding.allCases, samples)
  func `every encoding is read with and without its mark`(encoding: TextEncoding, sample: String) throws {
    for mark in [[], encoding.byteOrderMark] {
      let result = try readPlainText(mark + encoded(sample, encoding))
      #expect(result.text == Text(sample))
      #expect(result.source?.encoding == encoding.rawValue)
      #expect(result.source?.mediaType == "text/plain")
      #expect(result.findings.isEmpty)
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func `each character leads back to its own bytes`(encoding: TextEncoding) throws {
    let sample = "Đà Nẵng 😀 – end"
    let bytes = encoding.byteOrderMark + encoded(sample, encoding)
    let result = try readPlainText(bytes)
    var offset = 0
    for scalar in sample.unicodeScalars {
      let length = String(scalar).utf8.count
      let source = result.alignment.source(of: TextRange(offset, offset + length))
      #expect(source.count == 1)
      let range = try #require(source.first)
      #expect(Array(bytes[range.start..<range.end]) == encoded(String(scalar), encoding))
      offset += length
    }
  }

  @Test func `invalid bytes become U+FFFD with one finding a stretch that names the offset`() throws {
    let bytes = Array("Hà ".utf8) + [0xC3, 0x28, 0xFF, 0xFE, 0xE2, 0x82] + Array(" Nội".utf8)
    let result = try readPlainText(bytes)
    #expect(result.text == Text(String(decoding: bytes, as: UTF8.self)))
    #expect(codes(result) == ["read.invalid-utf8", "read.invalid-utf8"])
    #expect(result.findings[0].message.contains("offset 4 of the file, 0xC3,"))
    #expect(result.findings[1].message.contains("4 bytes at offset 6 of the file, 0xFF 0xFE 0xE2 0x82,"))
    let range = try #require(result.findings[1].range)
    #expect(result.text[range] == "\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(result.alignment.source(of: range) == [SourceRange(6, 10)])
  }

  @Test func `damaged UTF-8 decodes as Swift decodes it, and valid stretches keep their bytes`() throws {
    for seed in 0..<200 as Range<UInt64> { try checkDamaged(seed: seed) }
  }

  private func checkDamaged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array("Bảo hiểm xã hội quận Hoàn Kiếm 😀 – Hanoi, Viet Nam. Ủy ban nhân dân.".utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0x20...0xFF, using: &generator)
    }
    let result = try readPlainText(bytes)
    #expect(result.text == Text(String(decoding: bytes, as: UTF8.self)), "seed \(seed)")
    #expect(result.alignment.textLength == result.text.count)
    for offset in 0..<result.text.count where result.text.bytes[offset] < 0x80 {
      let source = try #require(result.alignment.source(of: TextRange(offset, offset + 1)).first)
      #expect(bytes[source.start..<source.end].elementsEqual([result.text.bytes[offset]]), "seed \(seed)")
    }
  }

  @Test func `findings of a kind are capped and the total is stated`() throws {
    let word: [UInt8] = [0x56, 0x69, 0xD6, 0x74, 0x20]  // “Việt ” in TCVN3
    let bytes = [UInt8](repeatElement(word, count: 500).joined())
    let result = try readPlainText(bytes)
    #expect(result.findings.count == ReadingNotes.cap + 1)
    let total = try #require(result.findings.last)
    #expect(total.message.contains("500 such places") && total.message.contains("TCVN3"))
    #expect(total.range == nil)
  }

  @Test func `a long stretch of noise is one mark`() throws {
    let result = try readPlainText(Array("a".utf8) + Array(repeating: 0xFF, count: 10_000))
    #expect(result.text == "a\u{FFFD}")
    #expect(result.alignment.source(of: TextRange(1, 4)) == [SourceRange(1, 10_001)])
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func `unpaired surrogates and a cut unit become U+FFFD`(encoding: TextEncoding) throws {
    let lone: [UInt8] = encoding.isBigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]
    let trailing: [UInt8] = encoding.isBigEndian ? [0xDE, 0x00] : [0x00, 0xDE]
    let bytes =
      encoding.byteOrderMark + encoded("ab", encoding) + lone + encoded("c", encoding) + trailing
      + encoded("d", encoding) + [0x41]
    let result = try readPlainText(bytes)
    #expect(result.text == "ab\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(codes(result) == ["read.unpaired-surrogate", "read.unpaired-surrogate", "read.incomplete-unit"])
    #expect(result.findings[0].message.contains("offset 6"))
  }

  @Test func `UTF-32 units that are no characters become U+FFFD`() throws {
    let good = encoded(String(repeating: "Hà Nội ", count: 10), .utf32LittleEndian)
    let bytes = TextEncoding.utf32LittleEndian.byteOrderMark + good + [0, 0, 0x11, 0] + [0, 0xD8, 0, 0] + [0x41, 0]
    let result = try readPlainText(bytes)
    #expect(result.text.description.hasSuffix("\u{FFFD}\u{FFFD}\u{FFFD}"))
    #expect(codes(result) == ["read.invalid-utf32", "read.unpaired-surrogate", "read.incomplete-unit"])
  }

  @Test func `a NUL stays in the text and is a finding`() throws {
    let bytes = Array("The workshop was held in \0Hanoi, Viet Nam, in 2016.".utf8)
    let result = try readPlainText(bytes)
    #expect(result.text.bytes == bytes)
    #expect(codes(result) == ["read.nul"])
    #expect(result.findings[0].message.contains("at byte 25"))
    #expect(result.findings[0].range == TextRange(25, 26))
    #expect(codes(try readPlainText(Array("hello\0".utf8))) == ["read.nul"])
  }
}

import StageKit
import TestSupport
import Testing

@testable import PlainTextStage

struct BlockTests {
  static let layouts: [(text: String, marked: String)] = [
    ("One\r\ntwo three.\r\n\r\nFour.", "[paragraph: One]\r\n[paragraph: two three.]\r\n\r\n[paragraph: Four.]"),
    ("  indented  \n\u{A0}\n\u{FEFF}x ", "  [paragraph: indented]  \n\u{A0}\n\u{FEFF}[paragraph: x] "),
    (
      "Loaders came at eight and the van was there until ten at\nnight. Some of them were tested for the first time.\n"
        + "Nobody was turned away.",
      "[paragraph: Loaders came at eight and the van was there until ten at\n"
        + "night. Some of them were tested for the first time.\nNobody was turned away.]"
    ),
    ("Nơi nhận:\n- Như trên;\n- Lưu VT.", "[paragraph: Nơi nhận:]\n[list-item: - Như trên;]\n[list-item: - Lưu VT.]"),
    (
      "1. Rice\n   and salt\n2. Beans", "[list-item: 1. Rice\n   and salt]\n[list-item: 2. Beans]"
    ),
    ("1. Introduction\n\nText.", "[heading: 1. Introduction]\n\n[paragraph: Text.]"),
    ("2016. Lũ lớn.", "[paragraph: 2016. Lũ lớn.]"),
    ("-5 degrees", "[paragraph: -5 degrees]"),
    ("I. ĐẶT VẤN ĐỀ\nTháng này mưa.", "[heading: I. ĐẶT VẤN ĐỀ]\n[paragraph: Tháng này mưa.]"),
    ("#1 in Asia", "[paragraph: #1 in Asia]"),
    (
      "DONOR CONTRIBUTIONS BY PROJECT, 2021-2023 / ĐÓNG GÓP CỦA NHÀ TÀI TRỢ\nPrepared by the working group, Hanoi, 2",
      "[heading: DONOR CONTRIBUTIONS BY PROJECT, 2021-2023 / ĐÓNG GÓP CỦA NHÀ TÀI TRỢ]\n"
        + "[paragraph: Prepared by the working group, Hanoi, 2]"
    ),
    (
      "Địa điểm: Văn phòng UN Women, 304 phố Kim Mã, quận Ba Đình, Hà Nội\nVenue: UN Women, 304 Kim Ma Street",
      "[paragraph: Địa điểm: Văn phòng UN Women, 304 phố Kim Mã, quận Ba Đình, Hà Nội]\n"
        + "[paragraph: Venue: UN Women, 304 Kim Ma Street]"
    ),
    ("Loc\n\n--\nHue", "[paragraph: Loc]\n\n[paragraph: --]\n[paragraph: Hue]"), ("====\n", "[paragraph: ====]\n"),
    ("Dear Sir,\n\nThank you.", "[paragraph: Dear Sir,]\n\n[paragraph: Thank you.]"),
    ("会议\n\n内容。", "[heading: 会议]\n\n[paragraph: 内容。]"),
  ]

  @Test(arguments: layouts)
  func `layouts are told apart`(layout: (text: String, marked: String)) throws {
    let result = try readPlainText(Array(layout.text.utf8))
    #expect(StageTrial.marked(result.text, result.annotations) == layout.marked)
  }

  @Test func `blocks are ordered, apart, and hold every visible character`() throws {
    for seed in 0..<300 as Range<UInt64> { try checkBlocks(seed: seed) }
  }

  private func checkBlocks(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "A", " ", "  ", "\n", "\n\n", "\r\n", "\t", ".", ",", "- ", "1. ", "a) ", "# ", "“", "”", "Hà Nội", "ĐÊ",
      "\u{FEFF}", "\u{A0}", "\u{3000}", "😀", "word word word word word word word word word word word word", "\u{C}",
    ]
    let text = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let result = try readPlainText(Array(text.utf8))
    var covered = [Bool](repeating: false, count: result.text.count)
    var last = 0
    for block in result.annotations {
      #expect(block.range.start >= last && !block.range.isEmpty, "seed \(seed)")
      #expect(result.text.isScalarBoundary(block.range.start) && result.text.isScalarBoundary(block.range.end))
      last = block.range.end
      for offset in block.range.start..<block.range.end { covered[offset] = true }
    }
    for offset in covered.indices where result.text.bytes[offset] > 0x20 && result.text.bytes[offset] < 0x80 {
      #expect(covered[offset], "seed \(seed), byte \(offset)")
    }
  }

  @Test(arguments: ["(", "a\n", "\n", " ", "- ", "A", "1. ", "“", "\u{301}"])
  func `hostile repetition is read in linear time`(piece: String) throws {
    let count = 400_000 / piece.utf8.count
    let result = try readPlainText(Array(String(repeating: piece, count: count).utf8))
    #expect(result.text.count == count * piece.utf8.count)
  }
}

import StageKit
import TestSupport
import Testing

@testable import LanguageStage

struct MixedTextTests {
  static let english = [
    "The workshop on social protection was opened by the deputy minister.",
    "Most of the women who came had never seen a contract before.",
    "Nobody could say how many of them were insured against accidents at work.",
    "“We sent the money home every month,” said one of the workers from Nghệ An.",
    "Ms Nguyễn Thị Thu Hà of the Women’s Union asked for more time.",
    "In the afternoon the groups wrote down what they expect from the new law.",
  ]
  static let vietnamese = [
    "Hội thảo về an sinh xã hội do thứ trưởng khai mạc sáng nay.",
    "Phần lớn chị em đến dự chưa bao giờ nhìn thấy một bản hợp đồng.",
    "Không ai biết có bao nhiêu người đã được đóng bảo hiểm tai nạn lao động.",
    "“Tháng nào chúng tôi cũng gửi tiền về quê”, một công nhân cho biết.",
    "Bà Margaret Ellison của Ngân hàng Thế giới đề nghị kéo dài thời gian.",
    "Buổi chiều các nhóm ghi lại những điều mình mong đợi ở luật mới.",
  ]
  static let plain = [
    "Hoi thao ve an sinh xa hoi do thu truong khai mac sang nay.",
    "Khong ai biet co bao nhieu nguoi da duoc dong bao hiem tai nan lao dong.",
    "Buoi chieu cac nhom ghi lai nhung dieu minh mong doi o luat moi.",
  ]

  /// Sentences of several languages in one paragraph, with what should come out.
  private func mixture(seed: UInt64) -> (text: String, marked: String) {
    var generator = SeededGenerator(seed: seed)
    var pieces: [(type: String, text: String)] = []
    for _ in 0..<Int.random(in: 2...9, using: &generator) {
      let (type, list) =
        [("en", Self.english), ("vi", Self.vietnamese), ("vi-plain", Self.plain)]
        .randomElement(using: &generator) ?? ("en", Self.english)
      let sentence = list.randomElement(using: &generator) ?? ""
      if let last = pieces.indices.last, pieces[last].type == type {
        pieces[last].text += " " + sentence
      } else {
        pieces.append((type, sentence))
      }
    }
    return (
      pieces.map(\.text).joined(separator: " "), pieces.map { "[\($0.type): \($0.text)]" }.joined(separator: " ")
    )
  }

  @Test func `sentences of two languages in one paragraph are told apart`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let (text, expected) = mixture(seed: seed)
      #expect(try marked(text) == expected, "seed \(seed)")
    }
  }

  @Test func `annotations are ordered, apart, and hold all visible characters`() throws {
    let pieces = [
      "the", "của", "cua", "Đ", "ñ", " ", "\n", ". ", ", ", "“", "(", "2016", "漢字", "Україна", "\u{301}", "😀", "\u{A0}",
      "a@b.vn", "w", "được hỗ trợ", "was given", "\u{FFFD}",
    ]
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<80).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let document = try StageTrial.document(text)
      let annotations = try LanguageAnnotator().annotate(document, StageContext()).annotations
      var last = 0
      for annotation in annotations {
        #expect(annotation.range.start >= last && !annotation.range.isEmpty, "seed \(seed)")
        #expect(document.text.isScalarBoundary(annotation.range.start), "seed \(seed)")
        #expect(document.text.isScalarBoundary(annotation.range.end), "seed \(seed)")
        let between = document.text.bytes[last..<annotation.range.start]
        #expect(between.allSatisfy { $0 <= 0x20 }, "seed \(seed)")
        last = annotation.range.end
      }
      #expect(document.text.bytes[last...].allSatisfy { $0 <= 0x20 }, "seed \(seed)")
    }
  }

  @Test(arguments: ["(", "\u{301}", "a ", "the cua ", "được the ", "漢", ". ", "x"])
  func `hostile repetition is read in linear time`(piece: String) throws {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let result = try LanguageAnnotator().annotate(StageTrial.document(text), StageContext())
    #expect(!result.annotations.isEmpty)
  }
}

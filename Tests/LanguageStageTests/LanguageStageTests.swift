import StageKit
import TestSupport
import Testing

@testable import LanguageStage

/// The text with the language of each paragraph or stretch marked.
func marked(_ text: String) throws -> String {
  let document = try StageTrial.document(text)
  return StageTrial.marked(document.text, try LanguageAnnotator().annotate(document, StageContext()).annotations)
}

struct LanguageStageTests {
  @Test(arguments: LanguageAnnotator.description.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } })
  func `examples of the rules hold`(rule: String, example: RuleDescription.Example) throws {
    #expect(try marked(example.before) == example.after, "\(rule)")
  }

  @Test func `the factory makes the annotator and refuses others`() throws {
    let stage = try LanguageFactory().make("language", StageTrial.setup(LanguageAnnotator.description))
    guard case .annotator = stage else { throw SetupError("no annotator") }
    #expect(throws: SetupError.self) { try LanguageFactory().make("other", StageSetup(options: [])) }
  }

  static let wholes: [(type: String, text: String)] = [
    ("en", "Yen Phu, Tay Ho and Hoan Kiem are places that everybody in Hanoi knows well."),
    ("en", "The houses are going up in Thanh Hoa, Thua Thien Hue, Quang Nam and Quang Ngai."),
    ("en", "Representatives of Nguyễn Văn Huy’s office were there."),
    ("en", "ANNUAL REPORT ON THE HEALTH OF WORKERS"),
    ("vi", "BÁO CÁO KẾT QUẢ THỰC HIỆN DỰ ÁN"),
    ("vi", "Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi; Sở LĐTBXH, HĐND"),
    ("vi", "Tổ chức Plan International và Oxfam cùng LIGHT hỗ trợ trẻ em gái ở huyện Đông Anh."),
    ("vi", "Ho\u{302}\u{323}i tha\u{309}o ve\u{302}\u{300} an sinh xa\u{303} ho\u{323}\u{302}i"),
    ("vi", "Xem tại www.example.org.vn hoặc gửi thư về van.phong@example.org.vn trước ngày 5."),
    ("vi-plain", "Kinh gui Uy ban nhan dan tinh Quang Ngai, chung toi xin bao cao nhu sau."),
    ("vi-plain", "KINH GUI BAN CHI DAO TINH, CHUNG TOI DA NHAN DUOC TIEN"),
    ("other", "Les femmes du village ont reçu une formation pour la récolte."),
    ("other", "Die Frauen des Dorfes haben eine Schulung für die Ernte erhalten."),
    ("other", "Las mujeres de la aldea recibieron una formación para la cosecha."),
    ("other", "Para perempuan di desa itu mendapat pelatihan untuk panen dari pemerintah."),
    ("other", "Женщины деревни прошли обучение перед сбором урожая."), ("other", "村里的妇女接受了收割培训。"),
    ("other", "สตรีในหมู่บ้านได้รับการฝึกอบรม"),
  ]

  @Test(arguments: wholes)
  func `a paragraph in one language stays whole`(type: String, text: String) throws {
    #expect(try marked(text) == "[\(type): \(text)]")
  }

  static let mixtures: [(text: String, marked: String)] = [
    (
      "Người dân hỏi về bảo hiểm y tế. “The answer was given in writing by the agency.” Họ đã hài lòng với câu đó.",
      "[vi: Người dân hỏi về bảo hiểm y tế.] [en: “The answer was given in writing by the agency.”] "
        + "[vi: Họ đã hài lòng với câu đó.]"
    ),
    (
      "The network (mạng lưới hành động vì lao động di cư) was founded by five organisations of the far north.",
      "[en: The network] [vi: (mạng lưới hành động vì lao động di cư)] "
        + "[en: was founded by five organisations of the far north.]"
    ),
    (
      "It was said to them in 2016. Chúng tôi đã nhận được tiền hỗ trợ từ xã.",
      "[en: It was said to them in 2016.] [vi: Chúng tôi đã nhận được tiền hỗ trợ từ xã.]"
    ),
  ]

  @Test(arguments: mixtures)
  func `stretches of a mixed paragraph are told apart`(mixture: (text: String, marked: String)) throws {
    #expect(try marked(mixture.text) == mixture.marked)
  }

  @Test func `the main language is metadata, and blocks are the paragraphs`() throws {
    let text = "A short note about the meeting of the union.\nin two lines\n\nVà một câu tiếng Việt."
    let blocks = [
      Annotation(.block, "paragraph", TextRange(0, 57), rule: "test"),
      Annotation(.block, "paragraph", TextRange(59, Text(text).count), rule: "test"),
    ]
    let document = try StageTrial.document(text, annotations: blocks)
    let result = try LanguageAnnotator().annotate(document, StageContext())
    #expect(result.annotations.map(\.range) == blocks.map(\.range))
    #expect(result.annotations.map(\.type) == ["en", "vi"])
    #expect(result.metadata == [.init("language", "en")])
  }

  @Test(arguments: ["", "\n\n", "2016", "…"])
  func `a text without words has no main language`(text: String) throws {
    let result = try LanguageAnnotator().annotate(StageTrial.document(text), StageContext())
    #expect(result.metadata.isEmpty)
    #expect(result.annotations.allSatisfy { $0.type == "other" && $0.score == 0 })
  }
}

import StageKit
import TestSupport
import Testing

@testable import NormaliseStage

/// Runs the stage with its defaults, but for the options given.
func normalise(
  _ text: String, _ options: [String: Value] = [:], _ annotations: [Annotation] = []
) throws -> (text: String, edits: EditList) {
  let editor = NormaliseEditor(NormaliseOptions(StageTrial.setup(NormaliseEditor.description, options)))
  let document = try StageTrial.document(text, annotations: annotations)
  let edits = try editor.edit(document, StageContext()).edits
  return (try edits.apply(to: document.text).description, edits)
}

/// The scalars of a string; two strings in different normal forms compare as equal otherwise.
func scalars(_ string: String) -> [UInt32] { string.unicodeScalars.map(\.value) }

struct NormaliseStageTests {
  /// The options that the examples of a rule are shown with.
  static let optionsOfExamples: [String: [String: Value]] = [
    "normalise.tone-marks": ["tone-marks": "traditional"], "normalise.quotes": ["quotes": "straight"],
    "normalise.dashes": ["dashes": "en"],
  ]

  @Test(arguments: NormaliseEditor.description.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } })
  func `examples of the rules hold`(rule: String, example: RuleDescription.Example) throws {
    let (text, edits) = try normalise(example.before, Self.optionsOfExamples[rule] ?? [:])
    #expect(scalars(text) == scalars(example.after), "\(text)")
    #expect(edits.allSatisfy { $0.reason == rule })
    #expect(edits.isEmpty == (example.before == example.after && scalars(example.before) == scalars(example.after)))
  }

  @Test func `the factory makes the editor and refuses others`() throws {
    let stage = try NormaliseFactory().make("normalise", StageTrial.setup(NormaliseEditor.description))
    guard case .editor = stage else { throw SetupError("no editor") }
    #expect(throws: SetupError.self) { try NormaliseFactory().make("other", StageSetup(options: [])) }
  }

  @Test(arguments: [
    "", "Plain ASCII text.", "Hội thảo ở Đà Nẵng – “an sinh xã hội”…", "Thanh Hoá và Thanh Hóa", "Zürich, Ðað, ﬁ, ①",
  ])
  func `text in NFC is left alone by the defaults`(text: String) throws {
    #expect(try normalise(text).edits.isEmpty)
  }

  @Test func `the normal forms are those of Unicode`() throws {
    #expect(scalars(try normalise("Hà ﬁ", ["form": "nfd"]).text) == [0x48, 0x61, 0x300, 0x20, 0xFB01])
    #expect(try normalise("ﬁ ① Ａ", ["form": "nfkc"]).text == "fi 1 A")
    #expect(try normalise("Ha\u{300} ﬁ", ["form": "as-is"]).edits.isEmpty)
  }

  static let toneCases: [(text: String, traditional: String, modern: String)] = [
    ("Hoà bình ở Thanh Hóa", "Hòa bình ở Thanh Hóa", "Hoà bình ở Thanh Hoá"),
    ("thủy lợi, thuỷ sản", "thủy lợi, thủy sản", "thuỷ lợi, thuỷ sản"),
    ("HOÀ BÌNH", "HÒA BÌNH", "HOÀ BÌNH"),
    ("sức khỏe", "sức khỏe", "sức khoẻ"),
    ("hoàn toàn, suýt, huỳnh, quý, quà", "hoàn toàn, suýt, huỳnh, quý, quà", "hoàn toàn, suýt, huỳnh, quý, quà"),
    ("của cái, mùa lúa, tùy ý", "của cái, mùa lúa, tùy ý", "của cái, mùa lúa, tuỳ ý"),
    // Without Vietnamese around, the word itself does not suffice.
    ("Sagan af Nóa.", "Sagan af Nóa.", "Sagan af Nóa."),
    ("oà", "oà", "oà"),
  ]

  @Test(arguments: toneCases)
  func `tone marks move in open oa, oe and uy only`(
    example: (text: String, traditional: String, modern: String)
  ) throws {
    #expect(try normalise(example.text, ["tone-marks": "traditional"]).text == example.traditional)
    #expect(try normalise(example.text, ["tone-marks": "modern"]).text == example.modern)
  }

  @Test func `a syllable that needs both normal form and tone has one edit`() throws {
    let (text, edits) = try normalise("Kho\u{309}e ho\u{300}a bình", ["tone-marks": "modern"])
    #expect(scalars(text) == scalars("Khoẻ hoà bình"))
    #expect(edits.map(\.reason) == ["normalise.tone-marks", "normalise.tone-marks"])
    #expect(edits.map(\.range) == [TextRange(2, 6), TextRange(8, 12)])
  }

  @Test func `a syllable that needs Đ, normal form and tone comes right in one run`() throws {
    let (text, _) = try normalise("ở Ðo\u{300}a, xã Ðông", ["tone-marks": "modern"])
    #expect(scalars(text) == scalars("ở Đoà, xã Đông"))
  }

  @Test func `the language layer decides where it is`() throws {
    let text = "Hoà Nóa Ðan"
    func all(_ type: String) -> [Annotation] {
      [Annotation(.language, type, TextRange(0, Text(text).count), rule: "test")]
    }
    let options: [String: Value] = ["tone-marks": "traditional"]
    #expect(try normalise(text, options, all("vi")).text == "Hòa Nóa Đan")
    #expect(try normalise(text, options, all("other")).text == text)
    let modern: [String: Value] = ["tone-marks": "modern"]
    #expect(try normalise(text, modern, all("vi")).text == "Hoà Noá Đan")
    #expect(try normalise(text, modern, all("en")).text == "Hoà Nóa Đan")
    #expect(
      try normalise("Mr. Ðinh", [:], [Annotation(.language, "en", TextRange(0, 9), rule: "test")]).text == "Mr. Đinh")
  }

  static let lookAlikeCases: [(text: String, expected: String)] = [
    ("Ðại học Ðà Nẵng", "Đại học Đà Nẵng"), ("ðã đến", "đã đến"), ("Ɖồng Tháp", "Đồng Tháp"),
    ("Trần Hưng Ðạo Street", "Trần Hưng Đạo Street"), ("Ɖe la Eʋegbe me", "Ɖe la Eʋegbe me"),
    ("Ég fór til Ísafjarðar, Bræðratunga", "Ég fór til Ísafjarðar, Bræðratunga"), ("/ðe/", "/ðe/"),
    ("UBND TỈNH ÐẮK LẮK", "UBND TỈNH ĐẮK LẮK"),
  ]

  @Test(arguments: lookAlikeCases)
  func `wrong Đ is repaired in Vietnamese words only`(example: (text: String, expected: String)) throws {
    #expect(try normalise(example.text).text == example.expected)
    #expect(try normalise(example.text, ["look-alikes": false]).edits.isEmpty)
  }

  static let curlyCases: [(text: String, expected: String)] = [
    ("\"Không\", chị nói.", "“Không”, chị nói."), ("(\"a\")", "(“a”)"), ("don't 'go'", "don’t ‘go’"),
    ("the '90s, 5'10\" tall", "the ’90s, 5'10\" tall"), ("\"in 2016\"", "“in 2016”"), ("«a»", "«a»"),
  ]

  @Test(arguments: curlyCases)
  func `straight quotation marks become curly by where they stand`(example: (text: String, expected: String)) throws {
    #expect(try normalise(example.text, ["quotes": "curly"]).text == example.expected)
  }

  @Test func `dashes become hyphens`() throws {
    #expect(try normalise("a – b—c 2016–2018", ["dashes": "hyphen"]).text == "a - b - c 2016-2018")
  }
}

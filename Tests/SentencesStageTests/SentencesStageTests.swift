import StageKit
import TestSupport
import Testing

@testable import SentencesStage

/// Finds the sentences of a text in which `annotations` are already.
func sentences(_ text: String, _ annotations: [Annotation] = []) throws -> (document: Document, found: [Annotation]) {
  let document = try StageTrial.document(text, annotations: annotations)
  return (document, try SentenceAnnotator().annotate(document, StageContext()).annotations)
}

struct SentencesStageTests {
  @Test(arguments: SentenceAnnotator.description.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } })
  func `examples of the rules hold`(rule: String, example: RuleDescription.Example) throws {
    let (document, found) = try sentences(example.before)
    #expect(StageTrial.marked(document.text, found) == example.after)
    #expect(found.contains { $0.rule == rule })
  }

  @Test func `the factory makes the annotator and refuses others`() throws {
    let stage = try SentencesFactory().make("sentences", StageTrial.setup(SentenceAnnotator.description))
    guard case .annotator = stage else { throw SetupError("no annotator") }
    #expect(throws: SetupError.self) { try SentencesFactory().make("other", StageSetup(options: [])) }
  }

  @Test func `a heading is one sentence and blocks are not left`() throws {
    let text = "No. 5. The plan\nFirst line\nsecond. Third"
    let blocks = [
      Annotation(.block, "heading", TextRange(0, 15), rule: "test"),
      Annotation(.block, "paragraph", TextRange(16, text.utf8.count), rule: "test"),
    ]
    let (document, found) = try sentences(text, blocks)
    #expect(
      StageTrial.marked(document.text, found)
        == "[sentence: No. 5. The plan]\n[sentence: First line\nsecond.] [sentence: Third]")
    #expect(found.map(\.rule) == ["sentence.heading", "sentence.stop", "sentence.block-end"])
  }

  @Test func `text outside the blocks is not lost`() throws {
    let (document, found) = try sentences(
      "Before. One. Behind", [Annotation(.block, "paragraph", TextRange(8, 12), rule: "test")])
    #expect(
      StageTrial.marked(document.text, found) == "[sentence: Before.] [sentence: One.] [sentence: Behind]")
  }

  @Test func `abbreviations count in their own language only`() throws {
    let text = "Chị nói max. Em cười. She has a PhD in art. The end."
    let half = Text("Chị nói max. Em cười.").count
    let languages = [
      Annotation(.language, "vi", TextRange(0, half), rule: "test"),
      Annotation(.language, "en", TextRange(half + 1, Text(text).count), rule: "test"),
    ]
    #expect(try sentences(text, languages).found.count == 4)
  }
}

import Foundation
import StageKit
import TestSupport
import Testing

@testable import JSONLinesStage

struct JSONLinesStageTests {
  private let schema: JSONSchema

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/schema/songngu.document-1.schema.json")
    schema = try JSONSchema(Data(contentsOf: file))
  }

  private func render(_ document: Document, longestText: Int = 4096) throws -> (line: String, json: [String: Any]) {
    let rendering = try JSONLinesWriter(longestText: longestText).render(document, StageContext())
    #expect(rendering.files.isEmpty && rendering.note.isEmpty)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(rendering.appended)) as? [String: Any])
    #expect(schema.failures(json) == [])
    return (String(decoding: rendering.appended, as: UTF8.self), json)
  }

  @Test func aSmallDocumentIsOneReadableLine() throws {
    var builder = DocumentBuilder("Gặp  Oxfam", id: "b2f0")
    try builder.edit("cleanup", [("  ", " ")], reason: "cleanup.spaces")
    try builder.annotate(
      "entities", [Annotation(.entity, "organisation", builder.place("Oxfam"), rule: "lexicon", score: 0.97)])
    let zeros = String(repeating: "0", count: 64)
    let expected = """
      {"schema":"songngu.document/1","id":"b2f0","outcome":"ok",\
      "source":{"uri":"reports/test.txt","sha256":"\(zeros)","mediaType":"text/plain","bytes":12,"encoding":"utf-8"},\
      "language":null,"metadata":{},"text":"Gặp Oxfam",\
      "annotations":[{"id":0,"layer":"entity","type":"organisation","text":"Oxfam",\
      "range":{"byte":[6,11],"scalar":[4,9],"utf16":[4,9]},"source":[{"byte":[7,12]}],\
      "by":1,"rule":"lexicon","score":0.97}],"concepts":{},\
      "edits":[{"id":"e0","before":"  ","after":" ","range":{"byte":[5,6],"scalar":[3,4],"utf16":[3,4]},\
      "source":[{"byte":[5,7]}],"by":0,"reason":"cleanup.spaces","score":0.97}],"findings":[],\
      "provenance":[{"stage":"cleanup","module":"cleanup","version":"0.1.0","digest":"sha256:\(zeros)","options":{}},\
      {"stage":"entities","module":"entities","version":"0.1.0","digest":"sha256:\(zeros)","options":{}}]}

      """
    #expect(try render(builder.document).line == expected)
  }

  @Test func theSampleReportMeetsTheSchema() throws {
    let json = try render(SampleReport.document()).json
    #expect(json["language"] as? String == "en")
    #expect((json["metadata"] as? [String: Any])?.keys.sorted() == ["title"])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["range"] != nil } == [true, true, false, true])
  }

  @Test func aRejectedInputIsADocumentWithoutText() throws {
    var builder = DocumentBuilder("")
    builder.set(.rejected)
    builder.add(Finding(.error, "read.binary", nil, "The file is no text."))
    let json = try render(builder.document).json
    #expect(json["outcome"] as? String == "rejected")
    #expect(json["text"] as? String == "")
    #expect((json["findings"] as? [[String: Any]])?.first?["by"] == nil)
  }

  @Test func theTextOfLongAnnotationsAndOfThoseThatCutTheTextUpIsLeftOut() throws {
    var builder = DocumentBuilder("a long paragraph")
    try builder.annotate(
      "blocks",
      [Layer.block, .language, .sentence, .segment].map {
        Annotation($0, "x", builder.document.text.range, rule: "lines")
      } + [
        Annotation(.entity, "place", builder.document.text.range, rule: "lines"),
        Annotation(.entity, "place", builder.place("long"), rule: "s"),
        Annotation(Layer(rawValue: "mark"), "x", builder.place("para"), rule: "s"),
      ])
    let annotations = try #require(try render(builder.document, longestText: 4).json["annotations"] as? [[String: Any]])
    #expect(annotations.map { $0["text"] as? String } == [nil, nil, nil, nil, nil, "long", "para"])
  }

  @Test func conceptsStandOnceWithWhatIsKnownOfThem() throws {
    var builder = DocumentBuilder("Oxfam, Oxfam and Cấm Sơn")
    let oxfam = [builder.place("Oxfam"), builder.place("Oxfam", from: 3)]
    try builder.annotate(
      "links",
      oxfam.map { Annotation(.link, "glossary", $0, rule: "r", attributes: [.init("concept", "org:oxfam")]) },
      concepts: [
        ConceptFacts("org:oxfam", type: "ngo", name: .init(en: "Oxfam"), definition: .init(vi: "Một tổ chức.", en: "")),
        ConceptFacts(
          "unit:cam-son", parent: "unit:luc-ngan", validFrom: "1999", validTo: "2025-06-30",
          successors: ["unit:a", "unit:b"], note: "\"gone\""),
        ConceptFacts("org:unknown"),
      ])
    let (line, _) = try render(builder.document)
    #expect(
      line.contains(
        #""concepts":{"org:oxfam":{"type":"ngo","name":{"en":"Oxfam"},"definition":{"vi":"Một tổ chức."}},"#
          + #""unit:cam-son":{"parent":"unit:luc-ngan","validFrom":"1999","validTo":"2025-06-30","#
          + #""successors":["unit:a","unit:b"],"note":"\"gone\""},"org:unknown":{}},"edits":"#))
  }

  @Test func kindsWithoutNumberKeepTheirNames() throws {
    var builder = DocumentBuilder("a")
    let kinds = (0..<3_000).map { String($0, radix: 2) }
    try builder.annotate(
      "entities", kinds.map { Annotation(.entity, $0, builder.document.text.range, rule: String($0.reversed())) })
    let annotations = try #require(try render(builder.document).json["annotations"] as? [[String: Any]])
    #expect(annotations.map { $0["type"] as? String } == kinds)
    #expect(annotations.map { $0["rule"] as? String } == kinds.map { String($0.reversed()) })
  }

  @Test func partsOfTheSourceAreNamed() throws {
    let text: Text = "ab"
    var alignment = AlignmentBuilder()
    alignment.appendEqual(SourceRange(part: 1, 0, 1))
    alignment.appendEqual(SourceRange(part: 2, 5, 6))
    var source = StageTrial.source([])
    source.parts += [SourcePart(name: "word/a\"b.xml", bytes: [0x61]), SourcePart(name: "p2", bytes: [])]
    var document = Document(id: "d", source: source, text: text, alignment: alignment.alignment)
    let by = document.enter(Provenance(stage: "s", module: "m", version: "1", digest: "", options: []))
    try document.apply(
      AnnotationResult(annotations: [Annotation(.entity, "place", text.range, rule: "r")]), declared: [.entity], by: by)
    #expect(
      try render(document).line.contains(
        #""source":[{"part":"word/a\"b.xml","byte":[0,1]},{"part":"p2","byte":[5,6]}]"#))
  }

  @Test func hostileTextsReadBackAndEveryRangeCutsOutItsText() throws {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "\u{0}", "\u{1B}", "\"", "\\", "\u{2028}", "\u{2029}", "\u{85}", "😀", "👩‍👩‍👧", "\u{301}\u{323}", "ế",
      "e\u{302}\u{301}", "<b>",
      "plain ", "\r\n", "\u{FEFF}", "\u{10FFFF}",
    ]
    for round in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      var builder = DocumentBuilder(text, id: text.isEmpty ? "x" : text, metadata: [.init(text, .string(text))])
      try builder.apply("edit", EditResult(edits: RandomText.edits(for: builder.document.text, &random)))
      let working = builder.document.text
      let boundaries = (0...working.count).filter { working.isScalarBoundary($0) }
      let annotations = (0..<5).map { _ in
        let ends = [boundaries.randomElement(using: &random) ?? 0, boundaries.randomElement(using: &random) ?? 0]
          .sorted()
        return Annotation(
          .entity, text, TextRange(ends[0], ends[1]), rule: text, attributes: [.init(text, [.string(text), 0.1])])
      }
      try builder.annotate("entities", annotations)
      let (line, json) = try render(builder.document)
      #expect(line.dropLast().allSatisfy { !$0.isNewline }, "seed 5, round \(round)")
      let read = try #require(json["text"] as? String)
      #expect(Array(read.utf8) == working.bytes, "seed 5, round \(round)")
      let scalars = Array(read.unicodeScalars)
      let units = Array(read.utf16)
      for annotation in try #require(json["annotations"] as? [[String: Any]]) {
        let expected = Array(try #require(annotation["text"] as? String).unicodeScalars)
        let range = try #require(annotation["range"] as? [String: [Int]])
        let (scalar, utf16, byte) = (range["scalar"] ?? [], range["utf16"] ?? [], range["byte"] ?? [])
        #expect(Array(scalars[scalar[0]..<scalar[1]]) == expected, "seed 5, round \(round)")
        #expect(Array(String(decoding: units[utf16[0]..<utf16[1]], as: UTF16.self).unicodeScalars) == expected)
        #expect(Array(working[TextRange(byte[0], byte[1])].unicodeScalars) == expected)
      }
    }
  }

  @Test func stopsWhenTheHostNoLongerWantsTheAnswer() throws {
    let document = try SampleReport.document()
    #expect(throws: Cancelled.self) {
      try JSONLinesWriter().render(document, StageContext(isCancelled: { true }))
    }
  }

  @Test func theDescriptionMakesTheStage() throws {
    let factory = JSONLinesFactory()
    let description = try #require(factory.descriptions.first)
    guard case .writer = try factory.make(description.id, StageTrial.setup(description)) else {
      Issue.record("json-lines is no writer")
      return
    }
    #expect(throws: SetupError.self) { try factory.make("other", StageTrial.setup(description)) }
  }
}

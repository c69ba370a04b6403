import StageKit
import TestSupport
import Testing

/// What the host lets a stage do to a document.
struct DocumentTests {
  private static let mark = Layer(rawValue: "mark")

  private func document(_ text: String) -> Document {
    let text = Text(text)
    let source = Source(uri: "test", sha256: "", parts: [SourcePart(bytes: text.bytes)])
    return Document(id: "test", source: source, text: text, alignment: Alignment(identity: text.count))
  }

  private func edits(_ list: [(Int, Int, String)]) throws -> EditList {
    var edits = EditList()
    let reason = edits.reason("test.edit")
    for (start, end, text) in list { try edits.replace(TextRange(start, end), with: text.utf8, reason) }
    return edits
  }

  private func marked(_ text: String, _ ranges: [TextRange]) throws -> Document {
    var document = document(text)
    let result = AnnotationResult(annotations: ranges.map { Annotation(Self.mark, "m", $0, rule: "test") })
    try document.apply(result, declared: [Self.mark], by: 0)
    return document
  }

  @Test func annotationSurvivesAnEditInsideItAndLeadsToTheOldBytes() throws {
    var document = try marked("one twothree four", [TextRange(4, 12)])
    try document.apply(EditResult(edits: edits([(7, 7, " ")])), by: 0)
    let annotation = try #require(document.annotations.first)
    #expect(document.text[annotation.range] == "two three")
    #expect(document.alignment.source(of: annotation.range) == [SourceRange(4, 12)])
  }

  @Test func annotationWhoseTextIsDeletedGoesWithIt() throws {
    var document = try marked("one two three", [TextRange(4, 7), TextRange(0, 13)])
    try document.apply(EditResult(edits: edits([(3, 7, "")])), by: 0)
    #expect(document.annotations.map { document.text[$0.range] } == ["one three"])
  }

  @Test func insertionAtTheEdgeStaysOutside() throws {
    var document = try marked("one two", [TextRange(4, 7)])
    try document.apply(EditResult(edits: edits([(4, 4, ">"), (7, 7, "<")])), by: 0)
    #expect(document.text.description == "one >two<")
    #expect(document.annotations.map { document.text[$0.range] } == ["two"])
  }

  @Test func annotationsAreInDocumentOrderWithOuterBeforeInner() throws {
    let document = try marked("one two three", [TextRange(4, 7), TextRange(0, 3), TextRange(4, 13), TextRange(0, 13)])
    #expect(document.annotations.map { document.text[$0.range] } == ["one two three", "one", "two three", "two"])
    #expect(document.annotations.map(\.id) == [3, 1, 2, 0])
  }

  @Test func editsAreRememberedWithWhatWasThereBefore() throws {
    var document = document("a  b  c")
    try document.apply(EditResult(edits: edits([(1, 3, " ")])), by: 0)
    try document.apply(EditResult(edits: edits([(0, 1, "AAA"), (3, 5, " ")])), by: 1)
    let records = document.edits.records
    #expect(document.text.description == "AAA b c")
    #expect(records.map { document.edits.before($0) } == ["  ", "a", "  "])
    #expect(records.map { document.text[$0.range] } == [" ", "AAA", " "])
    #expect(records.map(\.source) == [[SourceRange(1, 3)], [SourceRange(0, 1)], [SourceRange(4, 6)]])
    #expect(records.map(\.by) == [0, 1, 1])
  }

  @Test func findingOfAnEditorMovesWithItsOwnEdits() throws {
    var document = document("a  b")
    let finding = Finding(.warning, "test.finding", TextRange(3, 4), "Here.")
    try document.apply(EditResult(edits: edits([(1, 3, " ")]), findings: [finding]), by: 0)
    #expect(document.findings.first?.range.map { document.text[$0] } == "b")
  }

  @Test(arguments: [
    (5, 9, "x"), (1, 2, "x"), (0, 1, "x"),
  ])
  func editThatBreaksARuleIsRefusedAndTheDocumentStays(start: Int, end: Int, text: String) throws {
    var document = document("ếa")
    let edits = try edits([(start, end, text)])
    #expect(throws: ContractViolation.self) { try document.apply(EditResult(edits: edits), by: 0) }
    #expect(document.text.description == "ếa")
    #expect(document.edits.records.isEmpty)
  }

  @Test func replacementThatIsNotTextIsRefused() throws {
    var document = document("abc")
    var edits = EditList()
    try edits.replace(TextRange(0, 1), with: [0xC3], edits.reason("test"))
    try edits.replace(TextRange(1, 2), with: [0xA9], edits.reason("test"))
    #expect(throws: ContractViolation.self) {
      try document.apply(EditResult(edits: edits), by: 0)
    }
  }

  @Test func editsOutOfOrderAreRefusedWhenTheyAreMade() throws {
    var edits = EditList()
    let reason = edits.reason("test")
    try edits.replace(TextRange(2, 4), with: [], reason)
    #expect(throws: EditError.outOfOrder(TextRange(3, 5), previousEnd: 4)) {
      try edits.replace(TextRange(3, 5), with: [], reason)
    }
    try edits.replace(TextRange(4, 4), with: [65], reason)
    #expect(throws: EditError.outOfOrder(TextRange(4, 4), previousEnd: 4)) {
      try edits.replace(TextRange(4, 4), with: [66], reason)
    }
  }

  @Test func annotationInALayerThatTheStageDidNotDeclareIsRefused() throws {
    var document = document("abc")
    let result = AnnotationResult(annotations: [Annotation(.entity, "person", TextRange(0, 1), rule: "test")])
    #expect(throws: ContractViolation.undeclaredLayer(.entity, declared: [Self.mark])) {
      try document.apply(result, declared: [Self.mark], by: 0)
    }
    #expect(document.annotations.isEmpty)
  }

  @Test(arguments: [TextRange(0, 9), TextRange(1, 3)])
  func annotationOutsideTheTextOrInsideACharacterIsRefused(range: TextRange) throws {
    var document = document("ếa")
    let result = AnnotationResult(annotations: [Annotation(Self.mark, "m", range, rule: "test")])
    #expect(throws: ContractViolation.self) { try document.apply(result, declared: [Self.mark], by: 0) }
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity])
  func scoreOutsideZeroToOneIsRefused(score: Double) throws {
    var document = document("abc")
    let annotation = Annotation(Self.mark, "m", TextRange(0, 1), rule: "test", score: score)
    #expect(throws: ContractViolation.self) {
      try document.apply(AnnotationResult(annotations: [annotation]), declared: [Self.mark], by: 0)
    }
    var edits = EditList()
    try edits.replace(TextRange(0, 1), with: [], edits.reason("test"), score: score)
    #expect(throws: ContractViolation.self) { try document.apply(EditResult(edits: edits), by: 0) }
  }

  @Test func annotationAboutSomethingUnknownIsRefused() throws {
    var document = try marked("abc", [TextRange(0, 1)])
    let result = AnnotationResult(annotations: [
      Annotation(Self.mark, "m", TextRange(0, 1), rule: "test", target: 7)
    ])
    #expect(throws: ContractViolation.unknownTarget(7)) {
      try document.apply(result, declared: [Self.mark], by: 0)
    }
  }

  @Test func conceptsAreKeptOnceAndReplacedByWhatCameLater() throws {
    var document = document("abc")
    let first = [ConceptFacts("org:a", name: .init(vi: "A", en: "")), ConceptFacts("org:b")]
    try document.apply(AnnotationResult(concepts: first), declared: [], by: 0)
    try document.apply(
      AnnotationResult(concepts: [ConceptFacts("org:c"), ConceptFacts("org:a", type: "ministry")]), declared: [], by: 1)
    #expect(document.concepts.map(\.id) == ["org:a", "org:b", "org:c"])
    #expect(document.concepts["org:a"]?.type == "ministry")
    #expect(document.concepts["org:a"]?.name.isEmpty == true)
    #expect(document.concepts["org:d"] == nil)
  }

  @Test func aConceptWithoutIdentifierIsRefused() throws {
    var document = document("abc")
    let result = AnnotationResult(
      annotations: [Annotation(Self.mark, "m", TextRange(0, 1), rule: "test")], concepts: [ConceptFacts("")])
    #expect(throws: ContractViolation.namelessConcept) { try document.apply(result, declared: [Self.mark], by: 0) }
    #expect(document.annotations.isEmpty && document.concepts.isEmpty)
  }

  @Test func outputRangesCutTheSameTextInEveryUnit() {
    for seed in UInt64(0)..<500 {
      var random = SeededGenerator(seed: seed)
      let text = RandomText.make(&random, maximum: 200)
      let table = OffsetTable(text)
      let boundaries = (0...text.count).filter { text.isScalarBoundary($0) }
      guard let start = boundaries.randomElement(using: &random),
        let end = boundaries.filter({ $0 >= start }).randomElement(using: &random)
      else { continue }
      let range = table[TextRange(start, end)]
      let string = text.description
      let scalars = Array(string.unicodeScalars)[range.scalar]
      let units = Array(string.utf16)[range.utf16]
      #expect(scalars.elementsEqual(text[TextRange(start, end)].unicodeScalars), "seed \(seed)")
      #expect(units.elementsEqual(text[TextRange(start, end)].utf16), "seed \(seed)")
    }
  }
}

import Foundation
import Pipeline
import StageKit
import Synchronization
import TestSupport
import Testing

/// What comes of documents that go through another process.
struct CommandStageTests {
  private let text = "Ờ 😀 e\u{301} x"

  /// The text of each annotation that the stage returns.
  private func marked(_ annotator: any Annotator, _ text: String, _ annotations: [Annotation] = []) throws -> [String] {
    let document = try StageTrial.document(text, annotations: annotations)
    return try annotator.annotate(document, StageContext()).annotations.map { document.text[$0.range] }
  }

  @Test(arguments: [("scalar", "2, 3"), ("byte", "4, 8"), ("utf16", "2, 4")])
  func offsetsAreInTheUnitOfTheModule(unit: String, emoji: String) throws {
    let annotator = try CommandModule(
      hello: "HELLO['offsets'] = '\(unit)'",
      process: "result([mark(\(emoji)), mark(*q['document']['annotations'][0]['range'])])"
    ).annotator()
    let sentence = Annotation(.sentence, "sentence", TextRange(9, 14), rule: "test")
    #expect(try marked(annotator, text, [sentence]) == ["😀", "e\u{301} x"])
  }

  @Test func onlyTheLayersThatAStageReadsAreSent() throws {
    let annotator = try CommandModule(process: "result([], metadata={'got': q['document']['annotations']})").annotator()
    let document = try StageTrial.document(
      "A text.",
      annotations: [
        Annotation(.block, "paragraph", TextRange(0, 7), rule: "b"),
        Annotation(
          .sentence, "sentence", TextRange(0, 7), rule: "s", score: 0.5, attributes: [.init("z", 1), .init("a", ["x"])]),
      ])
    let metadata = try annotator.annotate(document, StageContext()).metadata
    let expected: [Value.Member] = [
      .init("id", 1), .init("layer", "sentence"), .init("type", "sentence"), .init("range", [0, 7]),
      .init("rule", "s"), .init("score", 0.5), .init("attributes", .object([.init("z", 1), .init("a", ["x"])])),
    ]
    #expect(metadata == [.init("got", .list([.object(expected)]))])
  }

  @Test func everyMemberOfAnAnswerArrives() throws {
    let annotator = try CommandModule(
      process: """
        result([mark(0, 4, score=0.25, target=0, attributes={'b': [1, {'c': None}], 'a': 'x', 'n': None})],
                     findings=[{'severity': 'warning', 'code': 'marks.odd', 'message': 'Odd.', 'range': [1, 2]},
                               {'severity': 'info', 'code': 'marks.all', 'message': 'All.'}],
                     metadata={'language': 'en'},
                     concepts={'org:x': {'type': 'ngo', 'name': {'vi': 'Ích', 'en': 'X'}, 'successors': ['org:y']}})
        """
    ).annotator()
    let result = try annotator.annotate(StageTrial.document("text"), StageContext())
    #expect(
      result.annotations == [
        Annotation(
          Layer(rawValue: "marks"), "word", TextRange(0, 4), rule: "marks.word", score: 0.25, target: 0,
          attributes: [.init("b", [1, .object([])]), .init("a", "x")])
      ])
    #expect(
      result.findings == [
        Finding(.warning, "marks.odd", TextRange(1, 2), "Odd."), Finding(.info, "marks.all", nil, "All."),
      ])
    #expect(result.metadata == [.init("language", "en")])
    let concept = try #require(result.concepts.first)
    #expect(concept.id == "org:x" && concept.type == "ngo" && concept.successors == ["org:y"])
    #expect(concept.name == .init(vi: "Ích", en: "X") && concept.definition.isEmpty && concept.parent == nil)
  }

  @Test func editorsEdit() throws {
    let editor = try CommandModule(
      hello: "STAGE['kind'] = 'editor'",
      process: """
        answer({'type': 'result', 'id': q['id'], 'edits': [
                  {'range': [0, 1], 'replacement': 'O', 'reason': 'marks.plain', 'score': 0.5},
                  {'range': [2, 3], 'replacement': '', 'reason': 'marks.gone'}]})
        """
    ).editor()
    var document = try StageTrial.document(text)
    try document.apply(editor.edit(document, StageContext()), by: 0)
    #expect(document.text.description == "O  e\u{301} x")
  }

  @Test func editsOutOfOrderAreRefusedAndTheDocumentStays() throws {
    let editor = try CommandModule(
      hello: "STAGE['kind'] = 'editor'",
      process: """
        answer({'type': 'result', 'id': q['id'], 'edits': [
                  {'range': [2, 3], 'replacement': 'x', 'reason': 'r'}, {'range': [0, 1], 'replacement': 'x', 'reason': 'r'}]})
        """
    ).editor()
    let document = try StageTrial.document("text")
    #expect(throws: EditError.outOfOrder(TextRange(0, 1), previousEnd: 3)) {
      try editor.edit(document, StageContext())
    }
  }

  @Test func undeclaredLayerIsRefusedByTheHost() throws {
    let annotator = try CommandModule(process: "result([mark(0, 1, layer='entity')])").annotator()
    var document = try StageTrial.document("text")
    let marks = Layer(rawValue: "marks")
    let result = try annotator.annotate(document, StageContext())
    #expect(throws: ContractViolation.undeclaredLayer(.entity, declared: [marks])) {
      try document.apply(result, declared: [marks], by: 0)
    }
  }

  @Test(arguments: [
    (
      "result([mark(0, 5)])",
      "the annotation 0 cannot be used: the range 0..<5 (scalar offsets) reaches outside the text, which has 4"
    ),
    ("result([mark(3, 2)])", "the range 3..<2 ends before it starts"),
    ("result([mark(-1, 2)])", "reaches outside the text"),
    ("result([mark(0.5, 2)])", "a range is not two whole numbers"),
    ("result([mark(0, 1e300)])", "a range is not two whole numbers"),
    ("result([mark(0, 1, rnage=1)])", "the annotation 0 has no member “rnage”. Did you mean “range”?"),
    ("result([{'layer': 'marks'}])", "the annotation 0 needs the member “type”, a string that is not empty"),
    ("result([1])", "the annotation 0 is no object"),
    ("result({})", "the result has a “annotations” that is not a list"),
    ("result([], concepts={'org:x': {'nmae': {}}})", "the concept has no member “nmae”. Did you mean “name”?"),
    ("result([], edits=[])", "the result has no member “edits”"),
    ("result([mark(0, 1, score='x')])", "has a “score” that is not a number"),
    (
      "result([], findings=[{'severity': 'fatal'}])",
      "the finding 0 has a “severity” that is not one of: info, warning, error"
    ),
    ("answer({'type': 'result', 'id': 99})", "the result is about document 99, expected 1"),
    ("answer({'type': 'result'})", "the result is about document none, expected 1"),
    ("answer({'type': 'opened'})", "it has “opened”; expected the type “result” or “failed”"),
    ("answer([1])", "it has no type"),
    (
      "print('{\"type\": \"result\", \"id\": 1', flush=True)",
      "is not JSON: a comma or “}” is missing at byte 26 of the line"
    ),
    ("print('{\"a\": \"\\\\ud800\"}', flush=True)", "half of a surrogate pair stands alone"),
    ("answer({'type': 'failed', 'id': q['id'], 'reason': 'No model for this.'})", "No model for this."),
    (
      "print('bye', file=sys.stderr); sys.exit(4)",
      "it ended with exit status 4 instead of answering “process”; its last words were “bye”"
    ),
    ("os.kill(os.getpid(), signal.SIGABRT)", "it ended with signal 6 (Aborted) instead of answering “process”"),
    ("os.close(1); time.sleep(600)", "it closed its standard output instead of answering “process”"),
  ])
  func faultNamesModuleStageAndWhatHappened(process: String, words: String) throws {
    let fault = try CommandModule(process: process).fault()
    #expect(fault.hasPrefix("module “test”, stage “marks”: "), "\(fault)")
    #expect(fault.contains(words), "\(fault)")
  }

  @Test func rangeInsideACharacterOfUTF16IsRefused() throws {
    let fault = try CommandModule(hello: "HELLO['offsets'] = 'utf16'", process: "result([mark(0, 3)])").fault(on: text)
    #expect(fault.contains("the range 0..<3 (utf16 offsets) starts or ends inside a character"))
  }

  @Test func tooManyReasonsAreRefused() throws {
    let editor = try CommandModule(
      hello: "STAGE['kind'] = 'editor'",
      process: """
        answer({'type': 'result', 'id': q['id'],
                      'edits': [{'range': [0, 0], 'replacement': '', 'reason': str(n)} for n in range(70000)]})
        """
    ).editor()
    #expect(throws: (any Error).self) { try editor.edit(StageTrial.document("text"), StageContext()) }
  }

  @Test func answerOverTheLimitIsCutOff() throws {
    var module = try CommandModule(process: "result([], metadata={'x': 'x' * 100000})")
    module.limits.answerBytes = 50_000
    #expect(try module.fault().contains("its answer to “process” is longer than 50256 bytes"))
  }

  @Test func faultCostsOneDocumentAndTheProcessIsReplaced() throws {
    let annotator = try CommandModule(
      process: "\n        if text == 'bad': sys.exit(1)\n        result([mark(0, len(text))])"
    ).annotator()
    #expect(try marked(annotator, "good") == ["good"])
    #expect(throws: (any Error).self) { try marked(annotator, "bad") }
    #expect(try marked(annotator, "next") == ["next"])
  }

  @Test func wordsBesideTheAnswerAreAFaultOfTheNextDocumentOnly() throws {
    let annotator = try CommandModule(
      process: "\n        result([])\n        if text == 'bad': print('done!', flush=True)"
    ).annotator()
    #expect(try marked(annotator, "bad") == [])
    // Whether the words come with the answer or behind it, they are not taken for an answer.
    #expect(throws: (any Error).self) { try marked(annotator, "next") }
    #expect(try marked(annotator, "after") == [])
  }

  /// A context that is cancelled the third time that it is asked.
  private func cancelling() -> StageContext {
    let asked = Mutex(0)
    return StageContext(isCancelled: {
      asked.withLock { count in
        count += 1; return count > 2
      }
    })
  }

  @Test(arguments: [
    "\n        while True: pass", "time.sleep(600)", "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)",
    "\n        while True: sys.stderr.write('x' * 1000)",
  ])
  func stageThatHangsIsStoppedAndTheNextDocumentGoesOn(process: String) throws {
    let annotator = try CommandModule(
      process:
        "\n        if text == 'good': result([mark(0, 4)]); continue\n        \(process.trimmingCharacters(in: .whitespaces))"
    ).annotator()
    #expect(throws: Cancelled.self) { try annotator.annotate(StageTrial.document("bad"), cancelling()) }
    #expect(try marked(annotator, "good") == ["good"])
  }

  @Test func stageThatDoesNotReadIsStopped() throws {
    let annotator = try CommandModule(open: "answer({'type': 'opened'}); time.sleep(600)").annotator()
    let document = try StageTrial.document(String(repeating: "a long text ", count: 400_000))
    #expect(throws: Cancelled.self) { try annotator.annotate(document, cancelling()) }
  }

  @Test func optionsAreRefusedWithTheReasonOfTheStage() throws {
    let module = try CommandModule(open: "answer({'type': 'refused', 'reason': 'No such model.'})")
    do {
      _ = try module.annotator()
      Issue.record("it was not refused")
    } catch {
      #expect("\(error)" == "module “test”, stage “marks”: No such model.")
    }
  }

  @Test func optionsArriveWithTheirTypesAndPathsWhole() throws {
    let module = try CommandModule(
      hello: """
        STAGE["options"] = [
                  {"name": "least", "summary": "L.", "type": "integer", "default": 2, "minimum": 1, "maximum": 9},
                  {"name": "file", "summary": "F.", "type": "path", "default": ""},
                  {"name": "kinds", "summary": "K.", "type": "choices", "default": [], "values": ["a", "b"]}]
        """, open: "OPEN = q; answer({'type': 'opened'})", process: "result([], metadata=OPEN['options'])")
    let annotator = try module.annotator(
      options: [.init("least", 3), .init("file", "list.txt"), .init("kinds", ["b"])])
    let metadata = try annotator.annotate(StageTrial.document("text"), StageContext()).metadata
    #expect(
      metadata == [
        .init("least", 3), .init("file", .string(FileManager.default.currentDirectoryPath + "/list.txt")),
        .init("kinds", ["b"]),
      ])
  }

  @Test func moduleThatDescribesItselfOtherwiseIsNotTrusted() throws {
    let module = try CommandModule(hello: "HELLO['version'] = open('version').read().strip()")
    try module.scratch.write("test/version", "1.0")
    let loaded = try module.loaded()
    try module.scratch.write("test/version", "1.1")
    #expect(throws: SetupError.self) { try loaded.make("marks", options: []) }
  }

  @Test func standardErrorGoesToTheLogWithTheModulesName() throws {
    let module = try CommandModule(process: "print('looking\\r\\n\\nat', text, file=sys.stderr); result([])")
    _ = try marked(module.annotator(), "text")
    // The annotator is gone, and its process with it, so that everything has been read.
    #expect(module.log.lines == ["module test: looking", "module test: at text"])
  }

  @Test func muchOnStandardErrorHoldsUpNothing() throws {
    let module = try CommandModule(process: "sys.stderr.write('noise\\n' * 100000); sys.stderr.flush(); result([])")
    #expect(try marked(module.annotator(), "text") == [])
    #expect(module.log.lines.count == 100_000)
  }

  @Test func manyThreadsHaveAProcessEach() async throws {
    let annotator = try CommandModule(process: "result([mark(0, len(text))], metadata={'pid': os.getpid()})")
      .annotator()
    let texts = (0..<40).map { "text number \($0) " + String(repeating: "Ờ", count: $0) }
    let found = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (number, text) in texts.enumerated() {
        group.addTask { (number, try marked(annotator, text).joined()) }
      }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect(texts.indices.allSatisfy { found[$0] == texts[$0] })
  }

  @Test func textOfFiveMegabytesGoesThrough() throws {
    let text = String(repeating: "tiếng Việt 😀 ", count: 260_000)
    #expect(text.utf8.count > 5_000_000)
    let annotator = try CommandModule(
      process: "result([mark(n, n + 10) for n in range(0, len(text), 13 * 10)] + [mark(0, len(text))])"
    ).annotator()
    let document = try StageTrial.document(text)
    let found = try annotator.annotate(document, StageContext()).annotations
    #expect(found.count == 26_001)
    #expect(found.last?.range == document.text.range)
    #expect(found.dropLast().allSatisfy { document.text[$0.range] == "tiếng Việt" })
  }
}

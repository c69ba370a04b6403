import StageKit

extension SentenceAnnotator {
  static let description = StageDescription(
    "sentences", .annotator, "Finds sentences; knows Vietnamese and English abbreviations.",
    discussion: """
      Layer `sentence`, type `sentence`. Sentences follow one another without overlap, begin and end with a visible \
      character, hold all visible text, and never leave a block (a paragraph, heading or list item of layer `block`; \
      without that layer, an empty line ends a block, and so does a line end unless the next line goes on in lower case).

      A sentence ends behind `.`, `!`, `?` or `…`, closing quotation marks and brackets included, if white space and \
      then no lower-case letter follows. A full stop does not end one behind an abbreviation that a name or number \
      follows (“TP.”, “PGS.TS.”, “Mr.”, “No.”), behind an initial, or behind the number of a list item; behind one that \
      may end a sentence (“Ltd.”, “U.S.”, “Jan.”) it does if the next word often begins one. If layer `language` is \
      there, only the abbreviations of the language at the place count. The full stops of other scripts are found by ICU.
      """,
    writes: [.sentence],
    rules: [
      RuleDescription(
        "sentence.stop", "A sentence that ends with its own mark.",
        examples: [
          .init(
            "PGS.TS. Lê Văn A đến TP. Huế. Ông ở lại.",
            "[sentence: PGS.TS. Lê Văn A đến TP. Huế.] [sentence: Ông ở lại.]"),
          .init(
            "Mr. Smith lives at No. 5 St. James Street. He is 30.",
            "[sentence: Mr. Smith lives at No. 5 St. James Street.] [sentence: He is 30.]"),
          .init(
            "“Did it rain?” she asked. (It did.) Good.",
            "[sentence: “Did it rain?” she asked.] [sentence: (It did.)] [sentence: Good.]"),
        ]),
      RuleDescription(
        "sentence.block-end", "A sentence without a mark of its own, which the end of its block ends.",
        examples: [.init("Kính gửi: UBND xã\n\nBáo cáo", "[sentence: Kính gửi: UBND xã]\n\n[sentence: Báo cáo]")]),
      RuleDescription("sentence.heading", "A heading; it is one sentence, whatever marks are in it."),
    ])
}

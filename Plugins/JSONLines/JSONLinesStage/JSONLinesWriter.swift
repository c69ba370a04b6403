public import StageKit

/// Writes each document as one line of JSON, in the form `songngu.document/1`.
public struct JSONLinesWriter: Writer {
  /// Bytes; an annotation's own copy of its text is left out if it would be longer.
  let longestText: Int
  private let memories = MemoryPool()

  public init(longestText: Int = 4096) { self.longestText = longestText }

  public func render(_ document: Document, _ context: StageContext) throws -> Rendering {
    var rendering = DocumentRendering(document, longestText: longestText)
    return Rendering(appended: try memories.withMemory { try rendering.line(&$0, context) })
  }
}

extension JSONLinesWriter {
  static let description = StageDescription(
    "json-lines", .writer, "Writes one JSON object a line for each document, with everything known about it.",
    discussion: """
      Each line is a `songngu.document/1`, as `docs/schema/songngu.document-1.schema.json` describes it: identifier,
      outcome, source, language, metadata, the working text, annotations, what is known of the concepts that they name,
      edits, findings, and a table of the stages that `by` points into.

      Every range is stated three times: in bytes of UTF-8, in Unicode scalars (what Python counts) and in UTF-16 units
      (what JavaScript and Java count). `source` says which bytes of the original file the range comes from; it is a list,
      because these need not be adjacent.

      What can be known without being said is left out: a `score` of 1, `attributes` where there are none, the `part` of a
      source that is the file itself, and the text of annotations that cut the text up (layers block, language, sentence and
      segment). Entities and links repeat their text. What is known of a concept (both names, definitions, validity,
      successors) stands once, under its identifier in `concepts`.

      A rejected input is a line too: its text is empty, its outcome and findings say why.

      A line never contains U+0085, U+2028 or U+2029 as they are, but escaped, so that it stays one line for readers that
      take them for line ends.
      """,
    options: [
      OptionDescription(
        "path", "The file to write, relative to the output folder.", .path, default: "documents.jsonl"),
      OptionDescription(
        "longest-text",
        "Bytes of text that an entity or a link may repeat; a longer one has only its ranges.",
        .integer(0...1_000_000_000), default: 4096),
    ])
}

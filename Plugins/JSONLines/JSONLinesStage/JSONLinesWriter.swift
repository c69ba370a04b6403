public import StageKit

/// Writes each document as one line of JSON, in the form `songngu.document/1`.
public struct JSONLinesWriter: Writer {
  /// Bytes; an annotation's own copy of its text is left out if it would be longer.
  let longestText: Int

  public init(longestText: Int = 4096) { self.longestText = longestText }

  public func render(_ document: Document, _ context: StageContext) throws -> Rendering {
    var rendering = DocumentRendering(document, longestText: longestText)
    return Rendering(appended: try rendering.line(context))
  }
}

extension JSONLinesWriter {
  static let description = StageDescription(
    "json-lines", .writer, "Writes one JSON object a line for each document, with everything known about it.",
    discussion: """
      Each line is a `songngu.document/1`, as `docs/schema/songngu.document-1.schema.json` describes it: identifier,
      outcome, source, language, metadata, the working text, annotations, edits, findings, and a table of the stages that
      `by` points into.

      Every range is stated three times: in bytes of UTF-8, in Unicode scalars (what Python counts) and in UTF-16 units
      (what JavaScript and Java count). `source` says which bytes of the original file the range comes from; it is a list,
      because these need not be adjacent.

      A rejected input is a line too: its text is empty, its outcome and findings say why.

      A line never contains U+0085, U+2028 or U+2029 as they are, but escaped, so that it stays one line for readers that
      take them for line ends.
      """,
    options: [
      OptionDescription(
        "path", "The file to write, relative to the output folder.", .path, default: "documents.jsonl"),
      OptionDescription(
        "longest-text",
        "Bytes of text that an annotation may repeat; the text of a longer one is left out, its ranges remain.",
        .integer(0...1_000_000_000), default: 4096),
    ])
}

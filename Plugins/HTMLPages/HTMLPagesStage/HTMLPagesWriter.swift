public import StageKit

/// Writes a page for each document, and an index of all.
public struct HTMLPagesWriter: Writer {
  /// Bytes of text that a page shows.
  let maxDisplay: Int
  /// Documents that the index lists.
  let maxListed: Int
  private let pieces = ConceptPiecePool()

  public init(maxDisplay: Int = 400_000, maxListed: Int = 20_000) {
    self.maxDisplay = maxDisplay
    self.maxListed = maxListed
  }

  public func render(_ document: Document, _ context: StageContext) throws -> Rendering {
    let model = PageModel(document, maxDisplay: maxDisplay)
    try context.checkCancelled()
    var page = DocumentPage(model)
    let bytes = pieces.withPieces { page.render(&$0) }
    return Rendering(
      files: [OutputFile(path: model.fileName, bytes: bytes)], note: DocumentNote(model).encoded())
  }

  public func finish(_ nextNote: () throws -> [UInt8]?) throws -> [OutputFile] {
    var index = RunIndex(maxListed: maxListed)
    while let bytes = try nextNote() { index.add(try DocumentNote(decoding: bytes)) }
    return index.pages() + [
      OutputFile(path: "assets/songngu.css", bytes: Array(Assets.style.utf8)),
      OutputFile(path: "assets/songngu.js", bytes: Array(Assets.script.utf8)),
    ]
  }
}

extension HTMLPagesWriter {
  static let description = StageDescription(
    "html", .writer, "Writes a web page for each document, and an index of all documents and names.",
    discussion: """
      A document's page shows what arrived beside what became of it, paragraph by paragraph. Edits are marked on both
      sides, with their reasons. Entities are marked by type; pointing at one, tapping it or reaching it with the Tab key
      shows its concept, both names, definition, score, and the stage and rule that found it. Findings are listed, and
      marked where they are in the text. The tables of names and of edits are made by the page's script from the marks.

      `index.html` counts and lists the documents, with a filter, and the organisations and places of the whole run with a
      link to each mention.

      The pages need no network and no server: open `index.html` from disk. They forbid themselves any connection
      (Content-Security-Policy).

      Limits keep pages readable, and each is stated where it bites: a page shows the first `max-display` bytes of a text;
      an index page lists 1,000 documents and the index `max-listed` in all; the table of names keeps the 1,000 most
      frequent, with 50 mentions each.
      """,
    options: [
      OptionDescription("path", "The folder to write, relative to the output folder.", .path, default: "pages"),
      OptionDescription(
        "max-display", "Bytes of text that a page shows; what lies behind is counted.", .integer(1000...100_000_000),
        default: 400_000),
      OptionDescription(
        "max-listed", "Documents that the index lists; the others are counted.", .integer(1...1_000_000),
        default: 20_000),
    ])
}

import StageKit

/// The page of one document.
struct DocumentPage: ~Copyable {
  let model: PageModel
  let document: Document
  var out: OutputBuffer

  init(_ model: PageModel) {
    self.model = model
    document = model.document
    out = OutputBuffer(capacity: 16_384 + model.shownEnd * 5 + model.mentions.count * 256)
  }

  mutating func render(_ pieces: inout ConceptPieces) -> [UInt8] {
    out.append(PageFrame.head)
    out.append(escaped: model.title)
    out.append(PageFrame.afterTitle)
    out.append("<a class=\"skip\" href=\"#text\">Skip to the text</a>\n<header class=\"bar\"><nav aria-label=\"Run\">")
    out.append(
      "<a class=\"home\" href=\"index.html\">Songngu</a> <a href=\"index.html\">All documents</a></nav></header>\n")
    out.append("<main id=\"doc\" data-view=\"")
    out.append(model.edits.isEmpty && model.unmarkedEdits == 0 ? "became" : "both")
    out.append("\">\n")
    writeHeading()
    writeFindings()
    writeText()
    writeNames()
    writeEdits()
    writeStages()
    out.append("<noscript><p class=\"notice\">Cards and tables of names and edits need JavaScript.</p></noscript>\n")
    out.append("</main>\n")
    var data = CardData(model)
    out.append("<script type=\"application/json\" id=\"data\">")
    out.append(data.render(&pieces))
    out.append("</script>\n")
    out.append(PageFrame.end)
    return out.bytes
  }
}

/// What every page begins and ends with.
enum PageFrame {
  /// Up to the title.
  ///
  /// `file:` stands beside `'self'` because a page opened from disk has no origin of its own.
  static let head: StaticString = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; \
    script-src 'self' file:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>
    """
  static let afterTitle: StaticString = """
     – Songngu</title>
    <link rel="stylesheet" href="assets/songngu.css">
    <script src="assets/songngu.js" defer></script>
    </head>
    <body>

    """
  static let end: StaticString = "</body>\n</html>\n"
}

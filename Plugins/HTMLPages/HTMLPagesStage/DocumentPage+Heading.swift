import StageKit

extension DocumentPage {
  /// Title, outcome, counts, and what is known about the source.
  mutating func writeHeading() {
    out.append("<header class=\"title\">\n<h1")
    out.append(LanguageTag(document.language).attribute)
    out.append("><bdi>")
    out.append(escaped: model.title)
    out.append("</bdi></h1>\n<p class=\"counts\">")
    out.appendOutcome(document.outcome)
    out.append(" <span>")
    out.append(document.source.bytes.count, "byte", "bytes")
    out.append("</span> <span>")
    out.append(document.edits.records.count, "edit", "edits")
    out.append("</span> <span>")
    out.append(document.findings.count, "finding", "findings")
    out.append("</span> <span>")
    out.append(model.entityCount, "entity", "entities")
    out.append("</span> <span>")
    out.append(model.linkCount, "link", "links")
    out.append("</span></p>\n<details class=\"facts\"><summary>Source and metadata</summary>\n<dl>\n")
    let source = document.source
    fact("Source", source.uri, isCode: true)
    fact("SHA-256", source.sha256, isCode: true)
    fact("Media type", source.mediaType)
    if let encoding = source.encoding { fact("Encoding", encoding) }
    if let language = document.language { fact("Language", Self.languageName(language)) }
    fact("Document", document.id, isCode: true)
    for part in source.parts.dropFirst().prefix(50) { fact("Part", part.name, isCode: true) }
    for member in document.metadata.prefix(100) where member.name != "language" {
      fact(member.name, Self.shortened(member.value.description, to: 2000))
    }
    out.append("</dl>\n</details>\n</header>\n")
  }

  private mutating func fact(_ name: String, _ value: String, isCode: Bool = false) {
    out.append("<div><dt>")
    out.append(escaped: name)
    out.append(isCode ? "</dt><dd class=\"code\"><bdi>" : "</dt><dd><bdi>")
    out.append(escaped: value)
    out.append("</bdi></dd></div>\n")
  }

  static func languageName(_ language: String) -> String {
    switch language {
    case "vi": "Vietnamese"
    case "vi-plain": "Vietnamese without diacritics"
    case "en": "English"
    default: language
    }
  }

  /// At most `limit` bytes of a string, cut between two characters.
  static func shortened(_ string: String, to limit: Int) -> String {
    guard string.utf8.count > limit else { return string }
    var bytes = Array(string.utf8.prefix(limit))
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }

  /// The problems of the document, each with a link to its place.
  mutating func writeFindings() {
    guard !document.findings.isEmpty else { return }
    out.append("<section class=\"findings\" aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n<ol>\n")
    for (number, finding) in document.findings.prefix(PageModel.maxFindingMarks).enumerated() {
      out.append("<li id=\"f")
      out.append(decimal: number + 1)
      out.append("\"><span class=\"severity ")
      out.append(string: finding.severity.rawValue)
      out.append("\">")
      out.append(string: finding.severity.rawValue)
      out.append("</span> ")
      out.append(escaped: finding.message)
      out.append(" <code>")
      out.append(escaped: finding.code)
      out.append("</code>")
      if let range = finding.range {
        if range.end <= model.shownEnd {
          out.append(" <a href=\"#m")
          out.append(decimal: number + 1)
          out.append("\">Show in the text</a>")
        } else {
          out.append(" <span class=\"note\">at byte ")
          out.append(grouped: range.start)
          out.append(", behind the text shown here</span>")
        }
      }
      out.append("</li>\n")
    }
    out.append("</ol>\n")
    writeLeftOut(document.findings.count - PageModel.maxFindingMarks, "finding is", "findings are")
    out.append("</section>\n")
  }

  /// States that a list has been cut, if it has.
  mutating func writeLeftOut(_ count: Int, _ one: StaticString, _ many: StaticString) {
    guard count > 0 else { return }
    out.append("<p class=\"notice\">")
    out.append(count, one, many)
    out.append(" not shown here.</p>\n")
  }
}

extension OutputBuffer {
  /// The outcome as a label; a sign before the word, so that it does not hang on colour.
  mutating func appendOutcome(_ outcome: Outcome) {
    switch outcome {
    case .ok, .unchanged: append("<span class=\"outcome good\">\u{2713} ")
    case .okWithFindings: append("<span class=\"outcome fair\">\u{2713} ")
    case .partial: append("<span class=\"outcome fair\">\u{25D1} ")
    case .stageFailed, .timeout, .outOfMemory, .crash, .rejected: append("<span class=\"outcome bad\">\u{2715} ")
    }
    append(
      string: outcome == .okWithFindings
        ? "ok, with findings" : outcome.rawValue.split(separator: "-").joined(separator: " "))
    append("</span>")
  }
}

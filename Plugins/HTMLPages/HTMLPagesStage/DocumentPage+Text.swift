import StageKit

extension DocumentPage {
  /// The text as it arrived beside what became of it, a row for each paragraph.
  mutating func writeText() {
    out.append("<section class=\"text\" aria-labelledby=\"text\">\n<h2 id=\"text\" tabindex=\"-1\">Text</h2>\n")
    guard model.shownEnd > 0 || !model.original.isEmpty else {
      out.append("<p class=\"notice\">There is no text.")
      if !document.outcome.isSuccess { out.append(" The findings say why.") }
      out.append("</p>\n</section>\n")
      return
    }
    writeToolbar()
    out.append(
      "<div class=\"heads\" aria-hidden=\"true\"><span>What arrived</span><span>What became of it</span></div>\n")
    out.append("<div class=\"rows\"")
    out.append(LanguageTag(document.language).attribute)
    out.append(">\n")
    writeRows()
    out.append("</div>\n")
    writeNotices()
    out.append("</section>\n")
  }

  private mutating func writeRows() {
    let model = self.model
    var arrived = MarkSweep(.arrived, spans: model.edits.map { span(of: $0, in: model.original, $0.original) })
    var became = MarkSweep(.became, spans: spans())
    var languages = RowLanguages(model.languages)
    var changes = RowChanges(model)
    let base = LanguageTag(document.language)
    model.original.bytes.withUnsafeBufferPointer { old in
      document.text.bytes.withUnsafeBufferPointer { new in
        for row in 0..<model.cuts.count - 1 {
          let (start, end) = (model.cuts[row], model.cuts[row + 1])
          let (oldStart, oldEnd) = (model.originalCuts[row], model.originalCuts[row + 1])
          let isSame = changes.isSame(start, end) || Self.areEqual(old, oldStart..<oldEnd, new, start..<end)
          let language = languages.language(at: start, end) ?? base
          out.append("<div class=\"r")
          if isSame { out.append(" same") }
          switch model.blocks[row] {
          case .paragraph: break
          case .heading: out.append(" heading")
          case .listItem: out.append(" item")
          }
          out.append("\"")
          if language != base { out.append(language.attribute) }
          out.append("><div class=\"a\">")
          arrived.row(to: oldEnd, of: old, language: language, into: &out)
          out.append("</div><div class=\"b\">")
          became.row(to: end, of: new, language: language, into: &out)
          out.append("</div></div>\n")
        }
      }
    }
  }

  private static func areEqual(
    _ first: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ second: UnsafeBufferPointer<UInt8>, _ b: Range<Int>
  ) -> Bool {
    a.count == b.count
      && UnsafeBufferPointer(rebasing: first[a]).elementsEqual(UnsafeBufferPointer(rebasing: second[b]))
  }

  /// Everything that the working text is marked with.
  private func spans() -> [Span] {
    var spans = model.edits.map { span(of: $0, in: document.text, $0.final) }
    for mention in model.mentions where mention.isMarked {
      spans.append(
        Span(
          start: mention.range.start, end: mention.range.end, kind: .entity,
          style: UInt8(mention.type.rawValue), number: mention.number))
    }
    for (number, finding) in document.findings.prefix(PageModel.maxFindingMarks).enumerated() {
      guard let range = finding.range, range.end <= model.shownEnd else { continue }
      let style: UInt8 =
        switch finding.severity {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
      spans.append(Span(start: range.start, end: range.end, kind: .finding, style: style, number: number))
    }
    for (number, stretch) in model.languages.enumerated() where stretch.range.start < model.shownEnd {
      spans.append(
        Span(
          start: stretch.range.start, end: stretch.range.end, kind: .language, style: stretch.language.rawValue,
          number: number))
    }
    return spans
  }

  private func span(of mark: EditMark, in text: Text, _ range: TextRange) -> Span {
    let glyph = mark.isQuiet ? Glyph.none : Glyph(text.bytes[range.start..<range.end])
    return Span(
      start: range.start, end: range.end, kind: .edit, style: (mark.isQuiet ? 1 : 0) | glyph.rawValue << 1,
      number: mark.number)
  }

  /// How to look at the text, and the legend, whose entries switch marks off.
  private mutating func writeToolbar() {
    out.append("<div class=\"tools\" role=\"group\" aria-label=\"View and legend\">\n<span class=\"views\">")
    for (view, label) in [("both", "Side by side"), ("became", "Result"), ("arrived", "As it arrived")] {
      out.append("<button type=\"button\" data-show=\"")
      out.append(string: view)
      out.append("\">")
      out.append(string: label)
      out.append("</button>")
    }
    out.append("</span>\n<span class=\"legend\">")
    var counts = [Int](repeating: 0, count: EntityType.allCases.count)
    for mention in model.mentions { counts[mention.type.rawValue] += 1 }
    for type in EntityType.allCases where counts[type.rawValue] > 0 {
      out.append("<button type=\"button\" class=\"key\" aria-pressed=\"true\" data-type=\"")
      out.append(type.className)
      out.append("\"><span class=\"e ")
      out.append(type.className)
      out.append("\">")
      out.append(type.plural)
      out.append("</span> ")
      out.append(grouped: counts[type.rawValue])
      out.append("</button> ")
    }
    if !document.edits.records.isEmpty {
      out.append(
        "<button type=\"button\" class=\"key\" aria-pressed=\"true\" data-type=\"edits\"><del>old</del> <ins>new</ins> "
      )
      out.append(document.edits.records.count, "edit", "edits")
      out.append("</button> ")
    }
    if document.findings.contains(where: { $0.range != nil }) {
      out.append("<span class=\"key\"><span class=\"f\">Finding</span></span>")
    }
    out.append("</span>\n</div>\n")
  }

  private mutating func writeNotices() {
    if model.shownEnd < document.text.count {
      out.append("<p class=\"notice\">Only the first ")
      out.append(grouped: model.shownEnd)
      out.append(" of ")
      out.append(document.text.count, "byte", "bytes")
      out.append(" of the text are shown. The whole text is in the JSON Lines output.</p>\n")
    }
    writeLeftOut(model.unmarkedMentions, "entity or term is", "entities and terms are")
    if model.unmarkedEdits > 0 {
      out.append("<p class=\"notice\">")
      out.append(model.unmarkedEdits, "edit is", "edits are")
      out.append(" not marked here.</p>\n")
    }
  }
}

/// Which rows look as they arrived, because every edit in them is one that cannot be seen.
private struct RowChanges {
  private let visible: [TextRange]
  private let isComplete: Bool
  private var index = 0

  init(_ model: PageModel) {
    visible = model.edits.filter { !$0.isQuiet }.map(\.final).sorted()
    isComplete = model.unmarkedEdits == 0
  }

  /// Rows must be asked for in order.
  mutating func isSame(_ start: Int, _ end: Int) -> Bool {
    while index < visible.count, visible[index].end < start { index += 1 }
    return isComplete && (index == visible.count || visible[index].start > end)
  }
}

/// The language of each row: that of the longest stretch that begins at its start or covers it.
private struct RowLanguages {
  private let stretches: [PageModel.Stretch]
  private var index = 0

  init(_ stretches: [PageModel.Stretch]) { self.stretches = stretches }

  /// Rows must be asked for in order; `nil` if no stretch covers the row.
  mutating func language(at start: Int, _ end: Int) -> LanguageTag? {
    while index < stretches.count, stretches[index].range.end <= start { index += 1 }
    guard index < stretches.count, stretches[index].range.start < end else { return nil }
    return stretches[index].language
  }
}

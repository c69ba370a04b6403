import StageKit

extension DocumentPage {
  private static var maxNameRows: Int { 500 }
  private static var maxEditRows: Int { 500 }

  /// The names of the document with a link to each mention.
  mutating func writeNames() {
    let list = model.names
    guard !list.names.isEmpty else { return }
    out.append("<section aria-labelledby=\"names\">\n<h2 id=\"names\">Names and terms</h2>\n<div class=\"scroll\">")
    out.append("<table class=\"cards\">\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Type</th>")
    out.append("<th scope=\"col\">Concept</th><th scope=\"col\">Mentions</th></tr></thead>\n<tbody>\n")
    for name in list.names.prefix(Self.maxNameRows) {
      out.append("<tr><th scope=\"row\">")
      out.appendName(vietnamese: name.vietnamese, english: name.english, text: name.text)
      out.append("</th><td><span class=\"e ")
      out.append(name.type.className)
      out.append("\">")
      out.append(name.type.className)
      out.append("</span>")
      out.append(name.concept.isEmpty ? "</td><td class=\"code z\">" : "</td><td class=\"code\">")
      out.append(escaped: name.concept)
      out.append("</td><td class=\"links block\">")
      for (number, anchor) in name.anchors.enumerated() {
        out.append("<a href=\"#a")
        out.append(decimal: anchor)
        out.append("\">")
        out.append(decimal: number + 1)
        out.append("</a> ")
      }
      if name.count > name.anchors.count {
        out.append("<span class=\"note\">")
        out.append(grouped: name.count)
        out.append(" in all</span>")
      }
      out.append("</td></tr>\n")
    }
    out.append("</tbody>\n</table></div>\n")
    writeLeftOut(list.names.count + list.left - Self.maxNameRows, "name is", "names are")
    out.append("</section>\n")
  }

  /// The edits, by reason, and each of them with before and after.
  mutating func writeEdits() {
    let records = document.edits.records
    guard !records.isEmpty else { return }
    var counts: [String: Int] = [:]
    for record in records { counts[record.reason, default: 0] += 1 }
    out.append("<section aria-labelledby=\"edits\">\n<h2 id=\"edits\">Edits</h2>\n<ul class=\"reasons\">\n")
    for (reason, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(100) {
      out.append("<li><code>")
      out.append(escaped: reason)
      out.append("</code> ")
      out.append(grouped: count)
      out.append("</li>\n")
    }
    out.append(
      "</ul>\n<details><summary>Each edit</summary>\n<div class=\"scroll\"><table class=\"cards\">\n<thead><tr>")
    out.append("<th scope=\"col\">Edit</th><th scope=\"col\">Before</th><th scope=\"col\">After</th>")
    out.append("<th scope=\"col\">Reason</th><th scope=\"col\">Source</th></tr></thead>\n<tbody>\n")
    let anchors = Set(model.edits.map(\.number))
    for (number, record) in records.prefix(Self.maxEditRows).enumerated() {
      out.append("<tr><th scope=\"row\">")
      if anchors.contains(number) {
        out.append("<a href=\"#e")
        out.append(decimal: number)
        out.append("\">e")
        out.append(decimal: number)
        out.append("</a>")
      } else {
        out.append("e")
        out.append(decimal: number)
      }
      out.append("</th><td data-label=\"Before\">")
      writeCell("<del", document.edits.beforeBytes(record), "</del>")
      out.append("</td><td data-label=\"After\">")
      writeCell("<ins", document.edits.afterBytes(record), "</ins>")
      out.append("</td><td data-label=\"Reason\"><code>")
      out.append(escaped: record.reason)
      out.append("</code></td><td class=\"code\" data-label=\"Source\">")
      writeSource(record.source)
      out.append("</td></tr>\n")
    }
    out.append("</tbody>\n</table></div>\n")
    writeLeftOut(records.count - Self.maxEditRows, "edit is", "edits are")
    out.append("</details>\n</section>\n")
  }

  private mutating func writeCell(_ open: StaticString, _ bytes: ArraySlice<UInt8>, _ close: StaticString) {
    guard !bytes.isEmpty else {
      out.append("<span class=\"note\">nothing</span>")
      return
    }
    out.append(open)
    out.append(" class=\"x")
    if let glyph = Glyph(bytes).attribute { out.append(glyph) }
    out.append("\">")
    var shown = bytes.prefix(200)
    if shown.count < bytes.count {
      while let last = shown.last, last & 0xC0 == 0x80 { shown.removeLast() }
      if let last = shown.last, last >= 0xC0 { shown.removeLast() }
    }
    out.append(escaped: shown)
    if shown.count < bytes.count { out.append("…") }
    out.append(close)
  }

  /// “420–465”, with the part's name before it if it is not the file itself.
  private mutating func writeSource(_ ranges: [SourceRange]) {
    for (number, range) in ranges.prefix(3).enumerated() {
      if number > 0 { out.append(", ") }
      let parts = document.source.parts
      if range.part < parts.count, !parts[range.part].name.isEmpty {
        out.append(escaped: parts[range.part].name)
        out.append(" ")
      }
      out.append(decimal: range.start)
      out.append("–")
      out.append(decimal: range.end)
    }
    if ranges.count > 3 { out.append(" …") }
  }

  /// Who worked on the document.
  mutating func writeStages() {
    guard !document.provenance.isEmpty else { return }
    out.append(
      "<section aria-labelledby=\"stages\">\n<h2 id=\"stages\">Stages</h2>\n<div class=\"scroll\"><table class=\"cards\">\n"
    )
    out.append("<thead><tr><th scope=\"col\">Stage</th><th scope=\"col\">Module</th>")
    out.append("<th scope=\"col\">Options</th></tr></thead>\n<tbody>\n")
    for entry in document.provenance.prefix(100) {
      out.append("<tr><th scope=\"row\"><code>")
      out.append(escaped: entry.stage)
      out.append("</code></th><td>")
      out.append(escaped: entry.module)
      out.append(" ")
      out.append(escaped: entry.version)
      out.append(entry.options.isEmpty ? "</td><td class=\"code z\">" : "</td><td class=\"code block\">")
      for (number, option) in entry.options.prefix(100).enumerated() {
        if number > 0 { out.append("; ") }
        out.append(escaped: option.name)
        out.append(": ")
        out.append(escaped: Self.shortened(option.value.description, to: 200))
      }
      out.append("</td></tr>\n")
    }
    out.append("</tbody>\n</table></div>\n</section>\n")
  }
}

extension OutputBuffer {
  /// Both names, or the name as the text has it.
  mutating func appendName(vietnamese: String, english: String, text: String) {
    if vietnamese.isEmpty && english.isEmpty {
      append("<bdi>")
      append(escaped: text)
      append("</bdi>")
      return
    }
    if !english.isEmpty {
      append("<bdi lang=\"en\">")
      append(escaped: english)
      append("</bdi>")
    }
    if !vietnamese.isEmpty && vietnamese != english {
      append(english.isEmpty ? "<bdi lang=\"vi\">" : " <bdi lang=\"vi\" class=\"second\">")
      append(escaped: vietnamese)
      append("</bdi>")
    }
  }
}

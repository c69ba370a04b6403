import StageKit

extension DocumentPage {
  /// Room for the names of the document with a link to each mention, which the script gathers from the marks.
  mutating func writeNames() {
    guard model.mentions.contains(where: { $0.isMarked && $0.type.isName }) else { return }
    out.append("<section aria-labelledby=\"names\" hidden>\n<h2 id=\"names\">Names and terms</h2>\n</section>\n")
  }

  /// The edits by reason, and room for each of those that are marked, which the script gathers.
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
    out.append("</ul>\n")
    if !model.edits.isEmpty { out.append("<details id=\"each\" hidden><summary>Each edit</summary></details>\n") }
    out.append("</section>\n")
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

import StageKit

/// One document in the table of an index page.
enum IndexRow {
  /// Types of entities with a column of their own.
  static let columns: [EntityType] = [.organisation, .place, .person, .date]

  static func append(_ note: DocumentNote, to out: inout OutputBuffer) {
    out.append("<tr data-outcome=\"")
    out.append(escaped: note.outcome)
    out.append("\" data-types=\"")
    var isFirst = true
    for type in EntityType.allCases where note.entities[type.rawValue] > 0 {
      if !isFirst { out.append(0x20) }
      out.append(type.className)
      isFirst = false
    }
    out.append("\"><th scope=\"row\"><a href=\"")
    out.append(escaped: note.fileName)
    out.append("\"><bdi")
    out.append(LanguageTag(note.language).attribute)
    out.append(">")
    out.append(escaped: note.title)
    out.append("</bdi></a>")
    if note.uri != note.title {
      out.append("<span class=\"uri\"><bdi>")
      out.append(escaped: note.uri)
      out.append("</bdi></span>")
    }
    out.append("</th><td>")
    out.appendOutcome(Outcome(rawValue: note.outcome) ?? .ok)
    out.append(note.language.isEmpty ? "</td><td class=\"z\">" : "</td><td data-label=\"Language\">")
    out.append(escaped: note.language)
    out.append("</td>")
    cell("Bytes", note.bytes, &out)
    cell("Edits", note.edits, &out)
    cell("Findings", note.findings.reduce(0, +), &out)
    for type in columns { cell(type.plural, note.entities[type.rawValue], &out) }
    cell("Links", note.links, &out)
    out.append("</tr>\n")
  }

  private static func cell(_ label: StaticString, _ value: Int, _ out: inout OutputBuffer) {
    out.append(value == 0 ? "<td class=\"n z\" data-label=\"" : "<td class=\"n\" data-label=\"")
    out.append(label)
    out.append("\">")
    out.append(grouped: value)
    out.append("</td>")
  }
}

import StageKit

/// One page of the index.
struct IndexPage: ~Copyable {
  private let totals: RunIndex.Totals
  private let pageCount: Int
  private var out = OutputBuffer(capacity: 65_536)

  init(_ totals: RunIndex.Totals, pageCount: Int) {
    self.totals = totals
    self.pageCount = pageCount
  }

  mutating func documents(
    _ number: Int, rows: [UInt8], names: [NameTable.Entry], hasMoreNames: Bool, table: NameTable
  ) -> [UInt8] {
    begin(number == 0 ? "Documents" : "Documents, page \(number + 1)")
    out.append("<a class=\"skip\" href=\"#documents\">Skip to the documents</a>\n<header class=\"bar\">")
    out.append("<nav aria-label=\"Run\"><a class=\"home\" href=\"index.html\">Songngu</a> ")
    if number == 0 {
      out.append("<a href=\"#documents\">Documents</a> <a href=\"#names\">Organisations and places</a>")
    } else {
      out.append("<a href=\"index.html\">All documents</a>")
    }
    out.append("</nav></header>\n<main class=\"index\">\n<header class=\"title\"><h1>")
    out.append(totals.documents, "document", "documents")
    out.append("</h1></header>\n")
    if number == 0 { writeTotals() }
    writeDocuments(number, rows)
    if number == 0 { writeNames(names, limit: RunIndex.namesOnIndex, hasMore: hasMoreNames, table) }
    out.append("</main>\n")
    out.append(PageFrame.end)
    return out.bytes
  }

  mutating func names(_ entries: [NameTable.Entry], table: NameTable) -> [UInt8] {
    begin("Organisations and places")
    out.append("<a class=\"skip\" href=\"#names\">Skip to the names</a>\n<header class=\"bar\">")
    out.append("<nav aria-label=\"Run\"><a class=\"home\" href=\"index.html\">Songngu</a> ")
    out.append("<a href=\"index.html\">All documents</a></nav></header>\n<main class=\"index\">\n")
    writeNames(entries, limit: NameTable.maxRows, hasMore: false, table)
    out.append("</main>\n")
    out.append(PageFrame.end)
    return out.bytes
  }

  private mutating func begin(_ title: String) {
    out.append(PageFrame.head)
    out.append(escaped: title)
    out.append(PageFrame.afterTitle)
  }

  private mutating func writeTotals() {
    out.append("<dl class=\"totals\">\n")
    total("Bytes", totals.bytes)
    total("Edits", totals.edits)
    total("Findings", totals.findings.reduce(0, +))
    for type in EntityType.allCases where totals.entities[type.rawValue] > 0 {
      total(type.plural, totals.entities[type.rawValue])
    }
    total("Glossary links", totals.links)
    out.append("</dl>\n")
  }

  private mutating func total(_ name: StaticString, _ value: Int) {
    out.append("<div><dt>")
    out.append(name)
    out.append("</dt><dd>")
    out.append(grouped: value)
    out.append("</dd></div>\n")
  }

  private mutating func writeDocuments(_ number: Int, _ rows: [UInt8]) {
    out.append("<section aria-labelledby=\"documents\">\n<h2 id=\"documents\" tabindex=\"-1\">Documents</h2>\n")
    guard !rows.isEmpty else {
      out.append("<p class=\"notice\">The run had no documents.</p>\n</section>\n")
      return
    }
    writeFilter()
    writePager(number)
    out.append(
      "<div class=\"scroll\"><table class=\"cards\" data-filtered>\n<thead><tr><th scope=\"col\">Document</th>")
    for label in ["Outcome", "Language"] as [StaticString] { header(label, isNumber: false) }
    for label in ["Bytes", "Edits", "Findings"] as [StaticString] { header(label, isNumber: true) }
    for type in IndexRow.columns { header(type.plural, isNumber: true) }
    header("Links", isNumber: true)
    out.append("</tr></thead>\n<tbody>\n")
    out.append(rows)
    out.append("</tbody>\n</table></div>\n")
    writePager(number)
    if totals.listed < totals.documents {
      out.append("<p class=\"notice\">The first ")
      out.append(totals.listed, "document is", "documents are")
      out.append(" listed. ")
      out.append(totals.documents - totals.listed, "more has a page", "more have pages")
      out.append(" in this folder.</p>\n")
    }
    out.append("</section>\n")
  }

  private mutating func header(_ label: StaticString, isNumber: Bool) {
    out.append(isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
    out.append(label)
    out.append("</th>")
  }

  /// Shown by the script, because it does nothing without one.
  private mutating func writeFilter() {
    out.append(
      """
      <form class="filter" role="search" hidden>
      <label>Filter <input type="search" id="filter" placeholder="title or path" autocomplete="off"></label>
      <label>Outcome <select id="outcome"><option value="">any</option>
      """)
    for (outcome, _) in totals.outcomes.sorted(by: { $0.key < $1.key }) {
      out.append("<option value=\"")
      out.append(escaped: outcome)
      out.append("\">")
      out.append(escaped: outcome)
      out.append("</option>")
    }
    out.append("</select></label>\n<label>With <select id=\"type\"><option value=\"\">anything</option>")
    for type in EntityType.allCases where totals.entities[type.rawValue] > 0 {
      out.append("<option value=\"")
      out.append(type.className)
      out.append("\">")
      out.append(type.plural)
      out.append("</option>")
    }
    out.append("</select></label>\n<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n")
    if pageCount > 1 { out.append("<p class=\"note\">The filter looks at the documents on this page.</p>\n") }
  }

  private mutating func writePager(_ number: Int) {
    guard pageCount > 1 else { return }
    out.append("<nav class=\"pager\" aria-label=\"Pages\">")
    if number > 0 { pageLink(number - 1, "Previous") }
    out.append("<span>Page ")
    out.append(grouped: number + 1)
    out.append(" of ")
    out.append(grouped: pageCount)
    out.append("</span>")
    if number + 1 < pageCount { pageLink(number + 1, "Next") }
    out.append("</nav>\n")
  }

  private mutating func pageLink(_ number: Int, _ label: StaticString) {
    out.append("<a href=\"")
    out.append(string: RunIndex.fileName(number))
    out.append("\">")
    out.append(label)
    out.append("</a> ")
  }

  private mutating func writeNames(_ entries: [NameTable.Entry], limit: Int, hasMore: Bool, _ table: NameTable) {
    out.append("<section aria-labelledby=\"names\">\n<h2 id=\"names\" tabindex=\"-1\">Organisations and places</h2>\n")
    guard !entries.isEmpty else {
      out.append("<p class=\"notice\">None were found.</p>\n</section>\n")
      return
    }
    out.append("<div class=\"scroll\"><table class=\"cards\">\n<thead><tr><th scope=\"col\">Name</th>")
    out.append("<th scope=\"col\">Type</th><th scope=\"col\" class=\"n\">Mentions</th>")
    out.append("<th scope=\"col\" class=\"n\">Documents</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n")
    for entry in entries.prefix(limit) { writeName(entry) }
    out.append("</tbody>\n</table></div>\n")
    if hasMore {
      out.append("<p class=\"notice\">The ")
      out.append(grouped: limit)
      out.append(" most frequent names are shown. <a href=\"names.html\">")
      out.append(min(table.count, NameTable.maxRows), "name", "names")
      out.append("</a> are on a page of their own.</p>\n")
    }
    if table.count > NameTable.maxRows {
      out.append("<p class=\"notice\">Only the ")
      out.append(grouped: NameTable.maxRows)
      out.append(" most frequent names are kept.</p>\n")
    }
    if table.isApproximate {
      out.append(
        "<p class=\"notice\">There were more names than could be kept; counts of rare ones may be too low.</p>\n")
    }
    out.append("</section>\n")
  }

  private mutating func writeName(_ entry: NameTable.Entry) {
    out.append("<tr><th scope=\"row\">")
    out.appendName(vietnamese: entry.vietnamese, english: entry.english, text: entry.text)
    if !entry.concept.isEmpty {
      out.append("<span class=\"uri\">")
      out.append(escaped: entry.concept)
      out.append("</span>")
    }
    out.append("</th><td><span class=\"e ")
    out.append(entry.type.className)
    out.append("\">")
    out.append(entry.type.className)
    out.append("</span></td><td class=\"n\" data-label=\"Mentions\">")
    out.append(grouped: entry.count)
    out.append("</td><td class=\"n\" data-label=\"Documents\">")
    out.append(grouped: entry.documents)
    out.append("</td><td class=\"where\">")
    if !entry.links.isEmpty {
      out.append("<details><summary>")
      out.append(entry.linkCount, "mention", "mentions")
      out.append("</summary><ul>")
      for link in entry.links { writeLink(link) }
      out.append("</ul>")
      if entry.count > entry.linkCount {
        out.append("<p class=\"note\">")
        out.append(entry.count - entry.linkCount, "more mention has no link here", "more mentions have no link here")
        out.append(".</p>")
      }
      out.append("</details>")
    }
    out.append("</td></tr>\n")
  }

  private mutating func writeLink(_ link: NameTable.Link) {
    out.append("<li><bdi>")
    out.append(escaped: link.title)
    out.append("</bdi>")
    for (number, anchor) in link.anchors.enumerated() {
      out.append(" <a href=\"")
      out.append(escaped: link.fileName)
      out.append("#a")
      out.append(decimal: anchor)
      out.append("\">")
      out.append(decimal: number + 1)
      out.append("</a>")
    }
    out.append("</li>")
  }
}

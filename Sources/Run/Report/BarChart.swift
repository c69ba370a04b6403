/// A table whose last column is a bar: it reads without colour, without a mouse, and aloud.
struct BarChart {
  struct Row {
    let label: HTML
    let value: Double
    /// The value as people read it, and more columns.
    let cells: [HTML]
    /// Number of the hatching of the bar; 0 is plain.
    var pattern = 0
  }

  let caption: String
  /// Of the label, then of the cells.
  let headings: [String]
  let rows: [Row]

  var html: HTML {
    let largest = rows.map(\.value).max() ?? 0
    let head = HTML.joined(
      headings.enumerated().map { index, name -> HTML in
        index == 0 ? "<th scope=\"col\">\(name)</th>" : "<th scope=\"col\" class=\"n\">\(name)</th>"
      })
    let body = HTML.joined(
      rows.map { row -> HTML in
        let cells = HTML.joined(row.cells.map { "<td class=\"n\">\($0)</td>" })
        return """
          <tr><th scope="row">\(row.label)</th>\(cells)<td class="bar">\(bar(row, of: largest))</td></tr>\n
          """
      })
    return """
      <table class="chart"><caption>\(caption)</caption>
      <thead><tr>\(head)<td></td></tr></thead>
      <tbody>\(body)</tbody></table>\n
      """
  }

  private func bar(_ row: Row, of largest: Double) -> HTML {
    let share = largest > 0 ? max(0, row.value / largest) : 0
    // Something is seen even of the smallest value that is not nothing.
    let width = row.value > 0 ? max(2, Int(share * 300)) : 0
    let fill: HTML = row.pattern == 0 ? "class=\"solid\"" : "fill=\"url(#p\(row.pattern))\" class=\"hatched\""
    return """
      <svg viewBox="0 0 300 14" width="300" height="14" preserveAspectRatio="none" aria-hidden="true">\
      <rect x="0.5" y="1.5" width="\(width)" height="11" \(fill)/></svg>
      """
  }

  /// Hatchings that tell outcomes apart where colours do not.
  static let patterns: HTML = """
    <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>
    <pattern id="p1" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="currentColor" stroke-width="1.5"/></pattern>
    <pattern id="p2" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0L6 6M0 6L6 0" stroke="currentColor" stroke-width="1.2"/></pattern>
    <pattern id="p3" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.3" fill="currentColor"/></pattern>
    </defs></svg>\n
    """
}

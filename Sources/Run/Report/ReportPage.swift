import StageKit

/// `report.html`: the run on one page that needs no network.
struct ReportPage {
  let report: RunReport

  var html: String {
    let page: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Run report: \(report.pipeline)</title>
      <style>\(Self.style)</style></head><body>
      \(BarChart.patterns)<a class="skip" href="#outcomes">Skip to the outcomes</a>
      <header><p class="home">Songngu \(report.version)</p><h1>Run report: \(report.pipeline)</h1>
      \(facts)<nav aria-label="Sections">\(navigation)</nav></header>
      <main>
      \(HTML.joined(sections.map(\.html)))</main></body></html>\n
      """
    return page.text
  }

  struct Section {
    let id: String
    let title: String
    let body: HTML

    var html: HTML {
      """
      <section id="\(id)" aria-labelledby="\(id)-title"><h2 id="\(id)-title">\(title)</h2>
      \(body)</section>\n
      """
    }
  }

  private var navigation: HTML {
    HTML.joined(sections.map { "<a href=\"#\($0.id)\">\($0.title)</a> " })
  }

  private var facts: HTML {
    var items: [(String, HTML)] = [
      ("Inputs", "\(Self.grouped(report.inputs))"), ("Documents", "\(Self.grouped(report.documents))"),
      ("Read", "\(Self.size(report.sourceBytes))"), ("Time", "\(Self.time(report.seconds))"),
    ]
    if report.seconds > 0 {
      items.append(("Rate", "\(Self.size(Int(Double(report.sourceBytes) / report.seconds))) a second"))
    }
    if report.workers > 0 { items.append(("Workers", "\(report.workers)")) }
    if !report.ended.isEmpty { items.append(("Ended", "\(report.ended)")) }
    if let index = report.index { items.append(("Pages", "<a href=\"\(index)\">All documents</a>")) }
    return "<dl class=\"facts\">\(HTML.joined(items.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }))</dl>"
  }

  static func link(_ document: RunReport.DocumentLink) -> HTML {
    guard let page = document.page else { return "<bdi>\(document.title)</bdi>" }
    return "<a href=\"\(page)\"><bdi>\(document.title)</bdi></a>"
  }

  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  static func size(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\(fixed(Double(bytes) / 1e3)) kB" }
    return bytes < 1_000_000_000 ? "\(fixed(Double(bytes) / 1e6)) MB" : "\(fixed(Double(bytes) / 1e9)) GB"
  }

  static func time(_ seconds: Double) -> String {
    if seconds < 1 { return "\(fixed(seconds * 1e3)) ms" }
    if seconds < 120 { return "\(fixed(seconds)) s" }
    let whole = Int(seconds)
    return whole < 7200 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  /// One digit behind the point.
  static func fixed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }
}

import StageKit

extension ReportPage {
  var sections: [Section] {
    [outcomes, failures, slowest, stages, findings, entities, organisations, places, lexicon].compactMap { $0 }
  }

  private var outcomes: Section {
    let rows = Outcome.allCases.compactMap { outcome -> BarChart.Row? in
      guard let count = report.outcomes[outcome], count > 0 else { return nil }
      let share = report.inputs > 0 ? Double(count) * 100 / Double(report.inputs) : 0
      return BarChart.Row(
        label: "\(outcome.rawValue) <span class=\"note\">\(Self.meaning(outcome))</span>", value: Double(count),
        cells: ["\(Self.grouped(count))", "\(Self.fixed(share)) %"],
        pattern: outcome.isSuccess ? 0 : outcome == .partial ? 1 : outcome == .rejected ? 3 : 2)
    }
    let chart = BarChart(
      caption: "Every input has exactly one outcome.", headings: ["Outcome", "Inputs", "Share"], rows: rows)
    return Section(id: "outcomes", title: "Outcomes", body: chart.html)
  }

  private static func meaning(_ outcome: Outcome) -> String {
    switch outcome {
    case .ok: "complete, nothing to remark"
    case .okWithFindings: "complete, with findings"
    case .partial: "delivered without the work of a stage that failed"
    case .stageFailed: "a stage broke its contract; nothing could be delivered"
    case .timeout: "took longer than the limit"
    case .outOfMemory: "needed more memory than the limit"
    case .crash: "the work ended in a crash"
    case .rejected: "unreadable, or over a limit"
    case .unchanged: "as in the last run; cost no work"
    }
  }

  private var failures: Section? {
    guard !report.failures.isEmpty else { return nil }
    let items = HTML.joined(
      report.failures.map { failure -> HTML in
        let stage: HTML = failure.stage.map { " in <code>\($0)</code>" } ?? ""
        return """
          <li>\(Self.link(failure.document)) <strong>\(failure.outcome.rawValue)</strong>\(stage)\
          <p>\(failure.message)</p></li>\n
          """
      })
    let rest = report.failureCount - report.failures.count
    let more: HTML = rest > 0 ? "<p class=\"note\">and \(Self.grouped(rest)) more.</p>" : ""
    return Section(
      id: "attention", title: "Needs attention",
      body: """
        <p class="note">All of them, with the command that reproduces each, are in <a href="quarantine.csv">quarantine.csv</a>.</p>
        <ul class="failures">\(items)</ul>\(more)
        """)
  }

  private var slowest: Section? {
    let rows = report.slowest.map { slow in
      BarChart.Row(
        label: Self.link(slow.document), value: slow.seconds,
        cells: ["\(Self.size(slow.bytes))", "\(Self.time(slow.seconds))"])
    }
    return section(
      "slowest", "Slowest documents", rows, ["Document", "Size", "Time"], "Time of all stages and writers together.")
  }

  private var stages: Section? {
    let all = report.stages.reduce(0) { $0 + $1.seconds }
    let rows = report.stages.map { stage in
      BarChart.Row(
        label: "<code>\(stage.stage)</code>", value: stage.seconds,
        cells: [
          "\(Self.time(stage.seconds))", "\(Self.fixed(all > 0 ? stage.seconds * 100 / all : 0)) %",
          "\(stage.seconds > 0 ? Self.fixed(Double(stage.bytes) / 1e6 / stage.seconds) : "–")",
        ])
    }
    return section(
      "stages", "Time by stage", rows, ["Stage", "Time", "Share", "MB/s"],
      "Time of all workers together, in the order of the pipeline.")
  }

  private var findings: Section? {
    let rows = report.findings.map { group in
      let links = HTML.joined(group.documents.map { "<li>\(Self.link($0))</li>" })
      let rest = group.documentCount - group.documents.count
      let more: HTML = rest > 0 ? "<li class=\"note\">and \(Self.grouped(rest)) more</li>" : ""
      return BarChart.Row(
        label: """
          <details><summary><code>\(group.code)</code></summary><ul>\(links)\(more)</ul></details>
          """, value: Double(group.count),
        cells: ["\(Self.grouped(group.count))", "\(Self.grouped(group.documentCount))"])
    }
    return section(
      "findings", "Findings", rows, ["Code", "Findings", "Documents"], "Open a code to see the documents it occurs in.")
  }

  private var entities: Section? {
    let rows = report.entities.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { type, count in
      BarChart.Row(label: "\(type)", value: Double(count), cells: ["\(Self.grouped(count))"])
    }
    return section(
      "entities", "Entities by type", rows, ["Type", "Mentions"], "Names and dates found in all documents.")
  }

  private var organisations: Section? {
    names("organisations", "Most frequent organisations", report.organisations)
  }

  private var places: Section? { names("places", "Most frequent places", report.places) }

  private func names(_ id: String, _ title: String, _ names: [RunReport.NameCount]) -> Section? {
    let rows = names.map { name in
      let concept: HTML = name.concept.map { " <code class=\"note\">\($0)</code>" } ?? ""
      return BarChart.Row(
        label: "<bdi>\(name.label)</bdi>\(concept)", value: Double(name.mentions),
        cells: ["\(Self.grouped(name.mentions))", "\(Self.grouped(name.documents))"])
    }
    return section(id, title, rows, ["Name", "Mentions", "Documents"], "By concept where the glossary knows the name.")
  }

  private var lexicon: Section? {
    let groups = RunReport.LexiconWarning.Kind.allCases.compactMap { kind -> HTML? in
      let warnings = report.lexicon.filter { $0.kind == kind }
      guard !warnings.isEmpty else { return nil }
      let rows = warnings.map { warning in
        BarChart.Row(
          label: "<bdi>\(warning.name.label)</bdi> <span class=\"note\">\(warning.detail)</span>",
          value: Double(warning.name.mentions),
          cells: ["\(Self.grouped(warning.name.mentions))", "\(Self.grouped(warning.name.documents))"])
      }
      return BarChart(caption: Self.caption(kind), headings: ["Name", "Mentions", "Documents"], rows: rows).html
    }
    return groups.isEmpty ? nil : Section(id: "lexicon", title: "The lexicon", body: HTML.joined(groups))
  }

  private static func caption(_ kind: RunReport.LexiconWarning.Kind) -> String {
    switch kind {
    case .stale: "Ended: names that stand for something the glossary says has ended."
    case .ambiguous: "Ambiguous: names for which several concepts fit equally well."
    case .unknown: "Unknown: frequent organisations and places that the glossary does not hold."
    }
  }

  private func section(
    _ id: String, _ title: String, _ rows: [BarChart.Row], _ headings: [String], _ caption: String
  ) -> Section? {
    if rows.isEmpty { return nil }
    return Section(id: id, title: title, body: BarChart(caption: caption, headings: headings, rows: rows).html)
  }
}

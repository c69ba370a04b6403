import Foundation
import Run
import StageKit

/// What a person reads at the end of a run.
enum SummaryText {
  static func text(_ summary: RunSummary, outputs: [String]) -> String {
    var table = Table()
    if summary.unchanged > 0 {
      table.add("inputs", "\(summary.inputs)")
      table.add("  unchanged", "\(summary.unchanged)")
    }
    table.add("documents", "\(summary.documents)")
    for outcome in Outcome.allCases {
      if let count = summary.outcomes[outcome] { table.add("  \(outcome.rawValue)", "\(count)") }
    }
    table.add("edits", "\(summary.edits)")
    table.add("findings", "\(summary.findingCount)")
    for (code, count) in summary.findings.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      table.add("  \(code)", "\(count)")
    }
    table.add("entities", "\(summary.entities.values.reduce(0, +))")
    for (type, count) in summary.entities.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      table.add("  \(type)", "\(count)")
    }
    table.add("links", "\(summary.links)")
    let kilobytes = Double(summary.sourceBytes) / 1000
    let size = kilobytes < 1000 ? String(format: "%.1f kB", kilobytes) : String(format: "%.1f MB", kilobytes / 1000)
    table.add("source", size)
    table.add("time", String(format: "%.2f s", summary.seconds))
    table.add("speed", String(format: "%.1f MB/s", summary.megabytesPerSecond))
    let places = outputs.isEmpty ? "" : "\n\nResults:\n" + outputs.map { "  \($0)" }.joined(separator: "\n")
    return table.text + places
  }
}

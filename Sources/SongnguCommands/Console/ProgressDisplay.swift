import Foundation
import Run
import StageKit

/// Shows how far a run has come: a bar on a terminal, a line now and then elsewhere, events for machines.
final class ProgressDisplay {
  enum Style { case bar, lines, events, none }

  private let style: Style
  private let console: Console
  private let total: Int
  private var lastShown = ContinuousClock.now
  private var failures = 0

  init(_ style: Style, console: Console, total: Int) {
    self.style = style
    self.console = console
    self.total = total
  }

  func show(_ result: InputResult, _ summary: RunSummary) {
    for document in result.documents where !document.outcome.isSuccess {
      failures += 1
      guard style != .events else { continue }
      if style == .bar { console.redraw("") }
      console.problem("\(document.firstError ?? result.input.uri) [\(document.outcome.rawValue)]")
    }
    switch style {
    case .none: break
    case .events: console.result(JSONEvents.input(result))
    case .lines:
      if due(every: .seconds(5)) { console.note(status(summary)) }
    case .bar:
      if due(every: .milliseconds(100)) || summary.inputs == total { console.redraw(bar(summary)) }
    }
  }

  func finish() { if style == .bar { console.redraw("") } }

  private func due(every interval: Duration) -> Bool {
    let now = ContinuousClock.now
    guard now - lastShown >= interval else { return false }
    lastShown = now
    return true
  }

  private func bar(_ summary: RunSummary) -> String {
    let width = 24
    let filled = total == 0 ? width : width * summary.inputs / total
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + " " + status(summary)
  }

  private func status(_ summary: RunSummary) -> String {
    let rate = String(format: "%.1f MB/s", summary.megabytesPerSecond)
    let remaining = summary.inputs == 0 ? 0 : summary.seconds * Double(total - summary.inputs) / Double(summary.inputs)
    let faults = failures == 0 ? "" : ", \(failures) failed"
    return "\(summary.inputs) of \(total) inputs, \(rate), \(Int(remaining.rounded(.up))) s left\(faults)"
  }
}

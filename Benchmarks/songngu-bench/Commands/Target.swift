/// What the project wants to reach, and whether it does.
struct Target: Sendable {
  let name: String
  /// The figure to hold against the bound, with the bound in words; `nil` if it was not measured.
  let check: @Sendable (Results) -> (figure: String, isReached: Bool)?

  func row(_ results: Results) -> [String] {
    guard let (figure, isReached) = check(results) else { return [name, "", "not measured"] }
    return [name, figure, isReached ? "reached" : "NOT REACHED"]
  }

  static let all =
    ["en", "vi"].flatMap { language in
      [
        atLeast(10, language, "whole pipeline"), atLeast(200, language, "normalise stage, NFC"),
        atLeast(40, language, "match 500,000 terms"),
      ]
    } + [
      lexiconLoads, memoryIsFlat, batch("one worker to one process", "ratio", "at least 0.9") { $0 >= 0.9 },
      batch("two workers to one", "ratio", "at least 1.8") { $0 >= 1.8 },
      batch("nothing to do", "s", "under 5 s") { $0 < 5 },
    ]

  private static func batch(
    _ work: String, _ unit: String, _ bound: String, _ isReached: @escaping @Sendable (Double) -> Bool
  ) -> Target {
    Target(name: "batch: \(work), \(bound)") { results in
      let value = results.values(Results.Key(language: "batch", work: work, unit: unit), who: "songngu").last
      return value.map { ("\(ReportCommand.number($0)) \(unit)", isReached($0)) }
    }
  }

  private static func atLeast(_ bound: Double, _ language: String, _ work: String) -> Target {
    Target(name: "\(language): \(work), at least \(ReportCommand.number(bound)) MB/s") { results in
      let key = Results.Key(language: language, work: work, unit: "MB/s")
      let values = results.values(key, who: "songngu")
      return values.isEmpty ? nil : ("\(ReportCommand.number(key.best(values))) MB/s", key.best(values) >= bound)
    }
  }

  private static let lexiconLoads = Target(name: "500,000 terms load in under 1 s") { results in
    let values = results.values(Results.Key(language: "-", work: "load 500,000 terms", unit: "s"), who: "songngu")
    // Every load must be fast, not the best one.
    return values.max().map { ("\(ReportCommand.number($0)) s", $0 < 1) }
  }

  /// Not more than a tenth and 16 MB above what it was after the first tenth of the run.
  private static let memoryIsFlat = Target(name: "memory flat over the run") { results in
    let samples = results.keys.filter { $0.work.hasPrefix("memory after") }.compactMap {
      results.values($0, who: "songngu").last
    }
    guard samples.count > 2, let last = samples.last else { return nil }
    let change = last - samples[0]
    return (
      "\(change < 0 ? "" : "+")\(ReportCommand.number(change)) MB from the first sample to the last",
      last <= samples[0] * 1.1 + 16
    )
  }
}

import GRDB
import StageKit

extension Ledger {
  /// The countable facts of a run.
  func summary(_ run: Int64) throws -> RunSummary {
    try read { database in
      var summary = RunSummary()
      summary.inputs =
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM input WHERE run = ?", arguments: [run]) ?? 0
      let totals = try Row.fetchOne(
        database,
        sql: """
          SELECT COUNT(*), IFNULL(SUM(edits), 0), IFNULL(SUM(links), 0),
            IFNULL(SUM(CASE number WHEN 0 THEN sourceBytes ELSE 0 END), 0)
          FROM document WHERE run = ?
          """, arguments: [run])
      if let totals {
        summary.documents = totals[0]
        summary.edits = totals[1]
        summary.links = totals[2]
        summary.sourceBytes = totals[3]
      }
      let outcomes = try Self.counts(
        "SELECT outcome, COUNT(*) FROM document WHERE run = ? GROUP BY outcome", run, database)
      for (outcome, count) in outcomes {
        if let outcome = Outcome(rawValue: outcome) { summary.outcomes[outcome] = count }
      }
      // Most documents have the same few counts; adding up texts that are alike first is many times as quick.
      for (column, keyPath) in [("entities", \RunSummary.entities), ("findings", \RunSummary.findings)] {
        summary[keyPath: keyPath] = try Self.counts(
          """
          SELECT key, SUM(value * times) FROM
          (SELECT \(column) AS counts, COUNT(*) AS times FROM document WHERE run = ? GROUP BY \(column)), json_each(counts)
          GROUP BY key
          """, run, database)
      }
      let timings = try Row.fetchCursor(
        database, sql: "SELECT stage, microseconds, bytes FROM timing WHERE run = ? ORDER BY place", arguments: [run])
      while let row = try timings.next() {
        summary.timings.add(row[0], .microseconds(row[1] as Int64), bytes: row[2])
      }
      return summary
    }
  }

  private static func counts(_ sql: String, _ run: Int64, _ database: Database) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let rows = try Row.fetchCursor(database, sql: sql, arguments: [run])
    while let row = try rows.next() { counts[row[0]] = row[1] }
    return counts
  }
}

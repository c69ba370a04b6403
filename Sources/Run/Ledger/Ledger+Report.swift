import Foundation
import GRDB
import StageKit

extension Ledger {
  /// Rows of a list in the report.
  private static let mostRows = 30
  private static let mostFailures = 100
  /// Documents named for one code of finding.
  private static let mostDocuments = 10

  /// What a report of the run can say, apart from what the run itself knows (its version, rate and workers).
  func report(_ run: Int64, _ summary: RunSummary) throws -> RunReport {
    var report = RunReport()
    report.seconds = summary.seconds
    report.sourceBytes = summary.workedBytes
    report.inputs = summary.inputs
    report.documents = summary.documents
    report.entities = summary.entities
    report.stages = summary.timings.order.map { stage in
      let entry = summary.timings[stage]
      return .init(stage: stage, seconds: Double(entry.duration.microseconds) / 1e6, bytes: entry.bytes)
    }
    try read { database in
      try Self.fillInputs(&report, run, database)
      report.findings = try Self.findings(run, database)
      try Self.fillNames(&report, run, database)
      report.index = try String.fetchOne(
        database,
        sql: "SELECT path FROM file WHERE run = ? AND position = -1 AND path LIKE '%/index.html' ORDER BY path",
        arguments: [run])
    }
    return report
  }

  private static func fillInputs(_ report: inout RunReport, _ run: Int64, _ database: Database) throws {
    report.pipeline =
      try String.fetchOne(database, sql: "SELECT pipeline FROM run WHERE id = ?", arguments: [run]) ?? ""
    let ended = try String.fetchOne(database, sql: "SELECT ended FROM run WHERE id = ?", arguments: [run])
    report.ended = ended.map { $0 + " UTC" } ?? ""
    let outcomes = try Row.fetchCursor(
      database, sql: "SELECT outcome, COUNT(*) FROM input WHERE run = ? GROUP BY outcome", arguments: [run])
    while let row = try outcomes.next() {
      guard let outcome = Outcome(rawValue: row[0]) else { continue }
      report.outcomes[outcome] = row[1]
      if !outcome.isSuccess { report.failureCount += row[1] }
    }
    let slowest = try Row.fetchAll(
      database,
      sql: """
        SELECT input.position, path, microseconds, IFNULL(sourceBytes, 0) FROM input
        LEFT JOIN document ON document.run = input.run AND document.position = input.position AND number = 0
        WHERE input.run = ? ORDER BY microseconds DESC, input.position LIMIT ?
        """, arguments: [run, mostRows])
    report.slowest = try slowest.map { row in
      .init(
        document: try link(row[0], row[1], run, database), seconds: Double(row[2] as Int64) / 1e6, bytes: row[3])
    }
    try fillFailures(&report, run, database)
  }

  private static func fillFailures(_ report: inout RunReport, _ run: Int64, _ database: Database) throws {
    let failures = try Row.fetchAll(
      database,
      sql: """
        SELECT position, path, outcome,
          (SELECT stage FROM fault WHERE fault.run = input.run AND fault.position = input.position ORDER BY number),
          COALESCE(
            (SELECT detail FROM fault WHERE fault.run = input.run AND fault.position = input.position ORDER BY number),
            (SELECT error FROM document WHERE document.run = input.run AND document.position = input.position
             AND error IS NOT NULL ORDER BY number), '')
        FROM input WHERE run = ? AND outcome NOT IN ('ok', 'ok-with-findings', 'unchanged') ORDER BY position LIMIT ?
        """, arguments: [run, mostFailures])
    report.failures = try failures.map { row in
      .init(
        document: try link(row[0], row[1], run, database), outcome: Outcome(rawValue: row[2]) ?? .crash, stage: row[3],
        message: row[4])
    }
  }

  private static func findings(_ run: Int64, _ database: Database) throws -> [RunReport.FindingGroup] {
    let groups = try Row.fetchAll(
      database,
      sql: """
        SELECT key, SUM(value), COUNT(*) FROM document, json_each(findings) WHERE run = ?
        GROUP BY key ORDER BY SUM(value) DESC, key LIMIT ?
        """, arguments: [run, mostRows])
    return try groups.map { group in
      let documents = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT input.position, input.path FROM document, json_each(findings)
          JOIN input ON input.run = document.run AND input.position = document.position
          WHERE document.run = ? AND key = ? ORDER BY input.position LIMIT ?
          """, arguments: [run, group[0] as String, mostDocuments])
      return .init(
        code: group[0], count: group[1], documentCount: group[2],
        documents: try documents.map { try link($0[0], $0[1], run, database) })
    }
  }

  private static func fillNames(_ report: inout RunReport, _ run: Int64, _ database: Database) throws {
    var tally = NameTally()
    let rows = try Row.fetchCursor(database, sql: "SELECT names FROM names WHERE run = ?", arguments: [run])
    while let row = try rows.next() {
      tally.add([UInt8](row[0] as Data))
    }
    tally.fill(&report, limit: mostRows)
  }

  /// An input under its name, with the page that shows it.
  private static func link(
    _ position: Int, _ path: Data, _ run: Int64, _ database: Database
  ) throws -> RunReport.DocumentLink {
    let page = try String.fetchOne(
      database,
      sql: "SELECT path FROM file WHERE run = ? AND position = ? AND path LIKE '%.html' ORDER BY path LIMIT 1",
      arguments: [run, position])
    return .init(InputPath([UInt8](path)).description, page: page)
  }
}

import Foundation
import GRDB
import StageKit

/// What is entered into the ledger together.
struct LedgerBatch {
  var entries: [LedgerEntry] = []
  var kept: [KeptInputs] = []
  /// New stamps of inputs that were kept.
  var stamps: [(position: Int, stamp: FileStamp)] = []
  var timings = StageTimings()

  var isEmpty: Bool { entries.isEmpty && kept.isEmpty }
}

extension Ledger {
  /// - Parameter streams: how long each stream is with the batch.
  func commit(_ batch: LedgerBatch, to run: Int64, streams: [Int]) throws {
    try write { database in
      for kept in batch.kept { try Self.copy(kept, to: run, database) }
      for (position, stamp) in batch.stamps { try Self.restamp(run, position, stamp, database) }
      for entry in batch.entries { try Self.insert(entry, run, database) }
      try Self.set(streams, run, database)
      try Self.add(batch.timings, run, database)
    }
  }

  private static func copy(_ kept: KeptInputs, to run: Int64, _ database: Database) throws {
    let columns = [
      "input":
        "path, size, modified, changed, inode, digest, outcome, attempts, microseconds, moved(places, :distances)",
      "document": "number, id, outcome, sourceBytes, textBytes, edits, links, entities, findings, error",
      "names": "number, names",
      "attempt": "number, without, microseconds",
      "fault": "number, attempt, kind, stage, detail",
      "file": "path, size, digest, modified",
    ]
    for (table, columns) in columns {
      let names = columns.replacingOccurrences(of: "moved(places, :distances)", with: "places")
      try database.execute(
        sql: """
          INSERT INTO \(table) (run, position, \(names))
          SELECT :run, position + :shift, \(columns) FROM \(table)
          WHERE run = :old AND position >= :from AND position < :from + :count
          """,
        arguments: StatementArguments(
          [
            "run": run, "shift": kept.to - kept.from, "old": kept.run, "from": kept.from, "count": kept.count,
          ].merging(
            table == "input" ? ["distances": StreamPlaces.encode(distances: kept.distances)] : [:]
          ) { $1 } as [String: (any DatabaseValueConvertible)?]))
    }
  }

  private static func insert(_ entry: LedgerEntry, _ run: Int64, _ database: Database) throws {
    let stamp = entry.stamp
    let duration = entry.attempts.reduce(Int64(0)) { $0 + $1.duration.microseconds }
    try database.cachedStatement(
      sql: """
        INSERT INTO input
        (run, position, path, size, modified, changed, inode, digest, outcome, attempts, microseconds, places)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        run, entry.position, Data(entry.path.bytes), stamp?.size, stamp?.modified, stamp?.changed,
        stamp.map { Int64(bitPattern: $0.inode) }, Data(hex: entry.digest), entry.outcome.rawValue,
        entry.attempts.count, duration, entry.places.encoded,
      ])
    for (number, document) in entry.documents.enumerated() {
      try database.cachedStatement(
        sql: """
          INSERT INTO document
          (run, position, number, id, outcome, sourceBytes, textBytes, edits, links, entities, findings, error)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          run, entry.position, number, document.id, document.outcome.rawValue, document.sourceBytes,
          document.textBytes, document.edits, document.links, json(document.entities), json(document.findings),
          document.firstError,
        ])
      if document.names.isEmpty { continue }
      try database.cachedStatement(sql: "INSERT INTO names (run, position, number, names) VALUES (?, ?, ?, ?)")
        .execute(arguments: [run, entry.position, number, Data(document.names)])
    }
    try insertFaults(of: entry, run, database)
    for file in entry.files { try insert(file, run, entry.position, database) }
  }

  private static func insertFaults(of entry: LedgerEntry, _ run: Int64, _ database: Database) throws {
    var faults = entry.attempts.enumerated().compactMap { number, attempt in attempt.fault.map { (number, $0) } }
    faults += entry.failures.map { (entry.attempts.count - 1, $0) }
    if faults.isEmpty { return }
    for (number, attempt) in entry.attempts.enumerated() {
      try database.cachedStatement(
        sql: "INSERT INTO attempt (run, position, number, without, microseconds) VALUES (?, ?, ?, ?, ?)"
      ).execute(
        arguments: [
          run, entry.position, number, attempt.without.joined(separator: ","), attempt.duration.microseconds,
        ])
    }
    for (number, (attempt, fault)) in faults.enumerated() {
      try database.cachedStatement(
        sql: "INSERT INTO fault (run, position, number, attempt, kind, stage, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"
      ).execute(
        arguments: [run, entry.position, number, attempt, fault.kind.rawValue, fault.stage, fault.detail])
    }
  }

  private static func add(_ timings: StageTimings, _ run: Int64, _ database: Database) throws {
    for (place, stage) in timings.order.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO timing (run, stage, place, microseconds, bytes) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (run, stage)
          DO UPDATE SET microseconds = microseconds + excluded.microseconds, bytes = bytes + excluded.bytes
          """,
        arguments: [run, stage, place, timings[stage].duration.microseconds, timings[stage].bytes])
    }
  }

  private static func json(_ counts: [String: Int]) -> String {
    if counts.isEmpty { return "{}" }
    var json = JSONWriter(capacity: 128)
    json.beginObject()
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.number(count)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

import Foundation
import GRDB
import StageKit

/// What is known of the runs of an output folder: one SQLite file.
///
/// Everything that is entered together is there together or not at all, also after a power cut. Every method throws
/// ``LedgerFailure`` or, when the disk does not take more, ``OutputFailure``.
final class Ledger {
  let path: String
  private let queue: DatabaseQueue

  /// Opens the ledger, or makes one.
  init(_ path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      database.add(function: StreamPlaces.moved)
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(queue, path)
    } catch let error as DatabaseError {
      throw LedgerFailure.wrap(error, path: path)
    }
  }

  /// Removes a ledger, so that a new one can be made.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static func prepare(_ queue: DatabaseQueue, _ path: String) throws {
    try queue.write { database in
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let isEmpty = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema") == 0
      if isEmpty, version == 0 { return try LedgerSchema.create(database) }
      guard application == LedgerSchema.application else {
        throw LedgerFailure.corrupt(path, "it is a database of another program")
      }
      guard version <= LedgerSchema.version else {
        throw LedgerFailure(
          "\(path): The ledger was written by a newer version of Songngu: its format is \(version), and this version "
            + "knows formats up to \(LedgerSchema.version). Use the newer version, or start anew with --rebuild.")
      }
    }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try queue.write(body) } catch let error as DatabaseError { throw LedgerFailure.wrap(error, path: path) }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try queue.read(body) } catch let error as DatabaseError { throw LedgerFailure.wrap(error, path: path) }
  }

  // MARK: Runs

  /// The newest run in a state.
  func run(_ state: LedgerRun.State) throws -> LedgerRun? {
    try read { database in
      let sql = "SELECT * FROM run WHERE state = ? ORDER BY id DESC LIMIT 1"
      return try Row.fetchOne(database, sql: sql, arguments: [state.rawValue]).map { row in
        LedgerRun(
          id: row["id"], state: state, pipeline: row["pipeline"], file: row["file"], fingerprint: row["fingerprint"],
          yaml: row["yaml"])
      }
    }
  }

  /// The newest run in any state.
  func owner() throws -> (pipeline: String, file: String)? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT pipeline, file FROM run ORDER BY id DESC LIMIT 1").map {
        ($0["pipeline"], $0["file"])
      }
    }
  }

  func begin(_ identity: RunIdentity) throws -> Int64 {
    try write { database in
      try database.execute(
        sql: "INSERT INTO run (state, pipeline, file, fingerprint, yaml) VALUES ('running', ?, ?, ?, ?)",
        arguments: [identity.pipeline, identity.file, identity.fingerprint, identity.yaml])
      return database.lastInsertedRowID
    }
  }

  /// Forgets a run.
  func discard(_ run: Int64) throws {
    try write { try Self.delete(run, $0) }
  }

  private static func delete(_ run: Int64, _ database: Database) throws {
    for table in LedgerSchema.tables {
      try database.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run])
    }
    try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run])
  }

  /// The resolved pipeline may differ in where inputs are found; the newest counts.
  func update(_ run: Int64, _ identity: RunIdentity) throws {
    try write {
      try $0.execute(
        sql: "UPDATE run SET file = ?, yaml = ? WHERE id = ?", arguments: [identity.file, identity.yaml, run])
    }
  }

  // MARK: Streams and files

  func streams(_ run: Int64) throws -> [LedgerStream] {
    try read { database in
      let sql = "SELECT length, modified FROM stream WHERE run = ? ORDER BY number"
      return try Row.fetchAll(database, sql: sql, arguments: [run]).map {
        LedgerStream(length: $0["length"], modified: $0["modified"])
      }
    }
  }

  /// Files of a range of positions, in order; position -1 is the run as a whole.
  func files(_ run: Int64, _ positions: ClosedRange<Int>, _ body: (_ position: Int, LedgerFile) throws -> Void) throws {
    try read { database in
      let sql = """
        SELECT position, path, size, digest, modified FROM file WHERE run = ? AND position BETWEEN ? AND ?
        ORDER BY position, path
        """
      let rows = try Row.fetchCursor(database, sql: sql, arguments: [run, positions.lowerBound, positions.upperBound])
      while let row = try rows.next() {
        let digest: Data = row["digest"]
        try body(
          row["position"],
          LedgerFile(path: row["path"], size: row["size"], digest: digest.hex, modified: row["modified"]))
      }
    }
  }

  /// Whether a run has files below a folder, named with a slash at its end.
  func hasFiles(_ run: Int64, below folder: String) throws -> Bool {
    try read { database in
      let sql = "SELECT EXISTS (SELECT 1 FROM file WHERE run = ? AND path >= ? AND path < ?)"
      // “0” follows “/”.
      return try Bool.fetchOne(database, sql: sql, arguments: [run, folder, folder.dropLast() + "0"]) ?? false
    }
  }

  /// Files of one run that another does not have, below the output folder.
  func files(of run: Int64, notIn other: Int64, _ body: (String) throws -> Void) throws {
    try read { database in
      let sql = "SELECT path FROM file WHERE run = ? EXCEPT SELECT path FROM file WHERE run = ?"
      let paths = try String.fetchCursor(database, sql: sql, arguments: [run, other])
      while let path = try paths.next() { try body(path) }
    }
  }

  // MARK: The end of a run

  /// From here on files go to their final names.
  func beginMoving(_ run: Int64, files: [LedgerFile], duration: Duration) throws {
    try write { database in
      try database.execute(sql: "DELETE FROM file WHERE run = ? AND position = -1", arguments: [run])
      for file in files { try Self.insert(file, run, -1, database) }
      try database.execute(
        sql: "UPDATE run SET state = 'moving', ended = CURRENT_TIMESTAMP, microseconds = microseconds + ? WHERE id = ?",
        arguments: [duration.microseconds, run])
    }
  }

  /// The run is the one whose output stands under its final names; all others are forgotten.
  ///
  /// - Parameter modified: of each stream, as it is now.
  func complete(_ run: Int64, modified: [Int64?]) throws {
    try write { database in
      for old in try Int64.fetchAll(database, sql: "SELECT id FROM run WHERE id <> ?", arguments: [run]) {
        try Self.delete(old, database)
      }
      for (number, modified) in modified.enumerated() {
        try database.execute(
          sql: "UPDATE stream SET modified = ? WHERE run = ? AND number = ?", arguments: [modified, run, number])
      }
      try database.execute(sql: "UPDATE run SET state = 'complete' WHERE id = ?", arguments: [run])
    }
  }

  static func insert(_ file: LedgerFile, _ run: Int64, _ position: Int, _ database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO file (run, position, path, size, digest, modified) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [run, position, file.path, file.size, Data(hex: file.digest), file.modified])
  }
}

extension Duration {
  var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}

import Foundation
import GRDB
import StageKit

extension Ledger {
  /// How many inputs of a run are done, from the first on.
  func inputCount(_ run: Int64) throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM input WHERE run = ?", arguments: [run]) ?? 0 }
  }

  /// Inputs from a position on, at most `limit`.
  func inputs(_ run: Int64, from position: Int, limit: Int) throws -> [LedgerInput] {
    try read { database in
      let sql = "SELECT * FROM input WHERE run = ? AND position >= ? ORDER BY position LIMIT ?"
      return try Row.fetchAll(database, sql: sql, arguments: [run, position, limit]).map {
        try input($0, run, database)
      }
    }
  }

  func input(_ run: Int64, path: [UInt8]) throws -> LedgerInput? {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM input WHERE run = ? AND path = ?")
      return try Row.fetchOne(statement, arguments: [run, Data(path)]).map { try input($0, run, database) }
    }
  }

  private func input(_ row: Row, _ run: Int64, _ database: Database) throws -> LedgerInput {
    let digest: Data = row["digest"]
    let places: Data = row["places"]
    guard let outcome = Outcome(rawValue: row["outcome"]), let places = StreamPlaces(encoded: places) else {
      throw LedgerFailure.corrupt(path, "a row of its inputs makes no sense")
    }
    var stamp: FileStamp?
    if let size: Int64 = row["size"], let modified: Int64 = row["modified"], let changed: Int64 = row["changed"],
      let inode: Int64 = row["inode"]
    {
      stamp = FileStamp(size: size, modified: modified, changed: changed, inode: UInt64(bitPattern: inode))
    }
    let path: Data = row["path"]
    let position: Int = row["position"]
    let error =
      digest.isEmpty
      ? try String.fetchOne(
        database, sql: "SELECT error FROM document WHERE run = ? AND position = ?", arguments: [run, position]) : nil
    return LedgerInput(
      position: position, path: [UInt8](path), stamp: stamp, digest: digest, outcome: outcome, places: places,
      error: error)
  }

  /// Files whose content was found to be the same can be told by their stamps from now on.
  func restamp(_ run: Int64, _ stamps: [(position: Int, stamp: FileStamp)]) throws {
    if stamps.isEmpty { return }
    try write { database in
      for (position, stamp) in stamps { try Self.restamp(run, position, stamp, database) }
    }
  }

  static func restamp(_ run: Int64, _ position: Int, _ stamp: FileStamp, _ database: Database) throws {
    try database.cachedStatement(
      sql: "UPDATE input SET size = ?, modified = ?, changed = ?, inode = ? WHERE run = ? AND position = ?"
    ).execute(
      arguments: [stamp.size, stamp.modified, stamp.changed, Int64(bitPattern: stamp.inode), run, position])
  }

  /// Forgets the inputs of an unfinished run from a position on.
  ///
  /// - Parameter streams: how long each stream is without them.
  func truncate(_ run: Int64, at position: Int, streams: [Int]) throws {
    try write { database in
      for table in LedgerSchema.byInput {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE run = ? AND position >= ?", arguments: [run, position])
      }
      try Self.set(streams, run, database)
    }
  }

  static func set(_ streams: [Int], _ run: Int64, _ database: Database) throws {
    for (number, length) in streams.enumerated() {
      try database.execute(
        sql: "INSERT OR REPLACE INTO stream (run, number, length) VALUES (?, ?, ?)", arguments: [run, number, length])
    }
  }
}

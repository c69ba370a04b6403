import GRDB

/// The ledger of an output folder cannot be used.
///
/// The message names the file and says what to do.
public struct LedgerFailure: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  static func corrupt(_ path: String, _ reason: String) -> LedgerFailure {
    LedgerFailure(
      "\(path): The ledger of earlier runs is damaged (\(reason)). Run again with --rebuild: everything is then done "
        + "again, and a new ledger takes its place.")
  }

  /// What to tell a person about an error of the database.
  static func wrap(_ error: DatabaseError, path: String) -> any Error {
    let reason = error.message ?? error.resultCode.errorString ?? "error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
      return corrupt(path, reason)
    case .SQLITE_FULL, .SQLITE_IOERR:
      return OutputFailure(
        "\(path): The ledger cannot be written: \(reason). Free some space and run the same command again; it goes on "
          + "where it stopped.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return LedgerFailure("\(path): Another program has the ledger open: \(reason).")
    default:
      return LedgerFailure("\(path): The ledger cannot be used: \(reason).")
    }
  }
}

extension ResultCode {
  fileprivate var errorString: String? { description }
}

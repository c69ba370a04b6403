import Foundation
import GRDB
import StageKit

/// One run in a ledger.
struct LedgerRun: Sendable {
  enum State: String {
    /// Inputs are worked on; what is done is in the staging folder.
    case running
    /// Everything is done; files are on their way to their final names.
    case moving
    case complete
  }

  let id: Int64
  let state: State
  let pipeline: String
  let file: String
  let fingerprint: String
  let yaml: String
}

/// What the ledger knows of an input that was read before.
struct LedgerInput {
  let position: Int
  let path: [UInt8]
  /// `nil` if only the bytes can tell whether the file is the same.
  let stamp: FileStamp?
  /// 32 bytes; empty if nothing could be read.
  let digest: Data
  let outcome: Outcome
  let places: StreamPlaces
  /// Why nothing could be read.
  let error: String?
}

/// What is entered for one input.
struct LedgerEntry {
  let position: Int
  let path: InputPath
  let stamp: FileStamp?
  let digest: String
  let outcome: Outcome
  let attempts: [Attempt]
  /// Of the last attempt, besides what ended it.
  let failures: [Fault]
  let documents: [DocumentSummary]
  let places: StreamPlaces
  let files: [LedgerFile]
}

/// A file of its own below the output folder.
struct LedgerFile: Sendable {
  let path: String
  let size: Int
  /// SHA-256 in hexadecimal.
  let digest: String
  /// Nanoseconds since 1970; only for files of the whole run.
  var modified: Int64?
}

/// Inputs that are as they were: `count` of them, from one position of an earlier run to one of this run.
struct KeptInputs {
  let run: Int64
  let from: Int
  let to: Int
  let count: Int
  /// How far each stream's bytes were moved.
  let distances: [Int]
}

/// How long a stream is.
struct LedgerStream: Sendable {
  let length: Int
  var modified: Int64?
}

extension Data {
  init(hex: String) {
    let digits = Array(hex.utf8)
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
    self.init(stride(from: 0, to: digits.count & ~1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) })
  }

  var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

import Foundation
import GRDB
import StageKit

extension Ledger {
  /// The table of the inputs of a run that gave no complete document.
  ///
  /// - Parameter command: the program and its arguments, but for inputs and output.
  func quarantine(_ run: Int64, command: [String]) throws -> [UInt8] {
    var table = QuarantineTable(command: command)
    try read { database in
      let successes = Outcome.allCases.filter(\.isSuccess).map { "'\($0.rawValue)'" }.joined(separator: ",")
      let sql = """
        SELECT path, outcome, attempts,
          (SELECT stage FROM fault WHERE fault.run = input.run AND fault.position = input.position
            ORDER BY number LIMIT 1),
          (SELECT error FROM document WHERE document.run = input.run AND document.position = input.position
            AND error IS NOT NULL ORDER BY number LIMIT 1)
        FROM input WHERE run = ? AND outcome NOT IN (\(successes))
        ORDER BY position
        """
      let rows = try Row.fetchCursor(database, sql: sql, arguments: [run])
      while let row = try rows.next() {
        let path: Data = row[0]
        guard let outcome = Outcome(rawValue: row[1]) else { continue }
        let stage: String? = row[3]
        let message: String? = row[4]
        table.add(InputPath([UInt8](path)), outcome, stage: stage, attempts: row[2], message: message ?? "")
      }
    }
    return table.bytes
  }
}

/// Reads the inputs of a run, many at a time as long as they are asked for in order.
struct LedgerCursor {
  private let ledger: Ledger
  private let run: Int64
  private var rows: [LedgerInput] = []
  private var next = 0
  private static let rowsAtATime = 1000

  init(_ ledger: Ledger, run: Int64) {
    self.ledger = ledger
    self.run = run
  }

  /// The input of a position; `nil` behind the last.
  mutating func input(at position: Int) throws -> LedgerInput? {
    if !rows.indices.contains(next) || rows[next].position != position {
      rows = try ledger.inputs(run, from: position, limit: Self.rowsAtATime)
      next = 0
    }
    guard rows.indices.contains(next), rows[next].position == position else { return nil }
    defer { next += 1 }
    return rows[next]
  }
}

import Lexicon

/// The adjective of a country or region.
public struct Demonym: Sendable, Equatable {
  /// Such as `Belgian`.
  public let adjective: String
  /// Identifier of the country or region.
  public let concept: String
  public let note: String

  /// `nil`, after adding faults, if the row is of no use.
  init?(_ row: TableRow, _ faults: inout FaultCollector) {
    TextCheck.check(row, TableKind.demonyms.columns, &faults)
    concept = row.text("concept")
    adjective = row.text("adjective_en")
    note = row.text("note")
    for (column, text) in [("concept", concept), ("adjective_en", adjective)] where text.isEmpty {
      faults.add(.error, "empty-cell", row.place(column), "The cell is empty. Fill it, or remove the row.")
      return nil
    }
    if let fault = LexiconBuilder.fault(ofForm: adjective) {
      faults.add(
        .error, "unmatchable-form", row.place("adjective_en"), "“\(excerpt(adjective))” \(fault). Correct it.")
      return nil
    }
  }
}

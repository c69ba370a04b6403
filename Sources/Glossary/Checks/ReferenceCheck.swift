import Lexicon

/// Checks what rows say of each other: identifiers, parents, successors.
struct ReferenceCheck {
  let rows: [ConceptRow]
  private var indices: [String: Int] = [:]

  /// Reports identifiers that stand twice, and keeps the first row of each.
  init(_ all: [ConceptRow], _ faults: inout FaultCollector) {
    var rows: [ConceptRow] = []
    rows.reserveCapacity(all.count)
    for row in all {
      if let earlier = indices[row.concept.id] {
        faults.add(
          .error, "duplicate-id", row.row.place("id"),
          "“\(row.concept.id)” stands already in \(rows[earlier].row.place). Merge the rows, or rename one.")
      } else {
        indices[row.concept.id] = rows.count
        rows.append(row)
      }
    }
    self.rows = rows
  }

  func check(_ demonyms: [(demonym: Demonym, row: TableRow)], _ faults: inout FaultCollector) {
    for row in rows {
      if let parent = row.concept.parent { checkReference(parent, "parent", of: row, &faults) }
      for successor in row.concept.successors { checkReference(successor, "successor", of: row, &faults) }
    }
    checkCircles(&faults)
    for (demonym, row) in demonyms where !isConcept(demonym.concept) {
      faults.add(
        .error, "unknown-concept", row.place("concept"),
        "There is no concept “\(excerpt(demonym.concept))”.\(advice(demonym.concept))")
    }
  }

  /// Whether the identifier is that of a concept; a pattern is none.
  func isConcept(_ id: String) -> Bool { indices[id].map { !rows[$0].isPattern } ?? false }

  private func checkReference(_ id: String, _ column: String, of row: ConceptRow, _ faults: inout FaultCollector) {
    if id == row.concept.id {
      faults.add(
        .error, "own-\(column)", row.row.place(column),
        "“\(id)” is its own \(column). Write another, or empty the cell.")
    } else if let index = indices[id], rows[index].isPattern, column == "parent" || !row.isPattern {
      faults.add(
        .error, "dangling-\(column)", row.row.place(column), "“\(excerpt(id))” is a pattern, and cannot be a \(column)."
      )
    } else if indices[id] == nil {
      faults.add(
        .error, "dangling-\(column)", row.row.place(column),
        "There is no row with the identifier “\(excerpt(id))”.\(advice(id)) Add the row, or correct the identifier.")
    }
  }

  /// A near identifier, looked for only among those that begin alike, so that many faults stay cheap.
  private func advice(_ id: String) -> String {
    for candidate in [id.lowercased(), id + "s", String(id.dropLast()), "place:" + id, "org:" + id]
    where indices[candidate] != nil { return " Did you mean “\(candidate)”?" }
    return ""
  }

  /// Reports each circle of parents once.
  private func checkCircles(_ faults: inout FaultCollector) {
    // 0 not seen, 1 on the path that is being followed, 2 done.
    var states = [UInt8](repeating: 0, count: rows.count)
    for start in rows.indices where states[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, states[index] == 0 {
        states[index] = 1
        path.append(index)
        current = rows[index].concept.parent.flatMap { indices[$0] }
      }
      if let index = current, states[index] == 1, path.last != index || path.count == 1 {
        let isOwn = rows[index].concept.parent == rows[index].concept.id
        if !isOwn {
          faults.add(
            .error, "parent-circle", rows[index].row.place("parent"),
            "The parents of “\(rows[index].concept.id)” lead back to itself. Correct one of them.")
        }
      }
      for index in path { states[index] = 2 }
    }
  }
}

import Lexicon

/// Lists forms that several concepts share: wanted or not, whoever edits a glossary should see them.
///
/// Not listed are names that only administrative units share, as thousands do; forms that are cautious wherever they
/// stand; and concepts that are one thing at different times, or a thing and its parent.
enum AmbiguityCheck {
  static func check(_ rows: [ConceptRow], _ faults: inout FaultCollector) {
    var owners: [String: [Int]] = [:]
    var order: [String] = []
    for (index, row) in rows.enumerated() where !row.isPattern {
      for form in row.concept.forms {
        let known = owners[form.text]
        if known == nil { order.append(form.text) }
        if known?.last != index { owners[form.text, default: []].append(index) }
      }
    }
    for form in order {
      guard let indices = owners[form], indices.count > 1, needAttention(indices, form, rows),
        areUnrelated(indices, rows), let first = indices.first,
        let column = column(of: form, in: rows[first])
      else { continue }
      let names = indices.prefix(4).map { "“\(rows[$0].concept.id)”" }.joined(separator: ", ")
      let rest = indices.count > 4 ? " and \(indices.count - 4) more" : ""
      faults.add(
        .notice, "ambiguous-form", rows[first].row.place(column),
        "“\(excerpt(form))” stands for \(indices.count) concepts: \(names)\(rest). The text must tell which is meant.")
    }
  }

  private static let unitTypes: Set<String> = ["province", "district", "commune"]

  private static func needAttention(_ indices: [Int], _ form: String, _ rows: [ConceptRow]) -> Bool {
    // Nobody reads a list of hundreds.
    let concepts = indices.prefix(100).map { rows[$0].concept }
    return concepts.contains { !unitTypes.contains($0.type) }
      && concepts.contains { concept in concept.forms.contains { $0.text == form && !$0.isCautious } }
  }

  /// False if all of them are one thing at different times, or a thing and its parent.
  private static func areUnrelated(_ indices: [Int], _ rows: [ConceptRow]) -> Bool {
    if indices.count > 8 { return true }
    let ids = Set(indices.map { rows[$0].concept.id })
    let roots = indices.count { index in
      let concept = rows[index].concept
      return !concept.successors.contains(where: ids.contains) && !(concept.parent.map(ids.contains) ?? false)
    }
    return roots > 1
  }

  private static func column(of form: String, in row: ConceptRow) -> String? {
    guard let kind = row.concept.forms.first(where: { $0.text == form })?.kind else { return nil }
    return ConceptRow.formColumns.first { $0.kind == kind }?.name
  }
}

import Lexicon

/// One row of a concept table, read and checked by itself.
struct ConceptRow {
  static let formColumns: [(name: String, kind: FormKind)] = [
    ("name_vi", .nameVi), ("name_en", .nameEn), ("abbreviations_vi", .abbreviationVi),
    ("abbreviations_en", .abbreviationEn), ("other_forms", .other),
  ]

  /// The types that a concept may have; those of one file are listed in the glossary's README.
  static let types: Set<String> = [
    "state", "party", "mass", "association", "institute", "court", "bank", "fund", "foundation", "donor", "embassy",
    "un", "regional", "ingo", "ngo", "network", "university", "hospital", "media", "company", "enterprise", "faith",
    "country", "territory", "continent", "region", "city", "island", "sea", "river", "lake", "mountain", "park",
    "street", "venue", "industrial-zone", "border-gate", "transport", "historical", "province", "district", "commune",
    "term",
  ]

  var concept: Concept
  /// Filled instead of the forms if the type is `pattern`.
  var patterns: [Pattern] = []
  let row: TableRow
  var isPattern: Bool { concept.type == "pattern" }

  /// `nil`, after adding faults, if the row has no usable identifier.
  init?(_ row: TableRow, _ faults: inout FaultCollector) {
    self.row = row
    TextCheck.check(row, TableKind.concepts.columns, &faults)
    let id = row.text("id")
    guard Self.checkId(id, row, &faults) else { return nil }
    let parent = row.text("parent")
    concept = Concept(
      id: id, type: row.text("type"), definitionVi: row.text("definition_vi"), definitionEn: row.text("definition_en"),
      parent: parent.isEmpty ? nil : parent, successors: Values.split(row, "successor", &faults),
      note: row.text("note"), source: row.text("source"), confidence: row.text("confidence"))
    checkType(&faults)
    readDates(&faults)
    let forms = readForms(&faults)
    if isPattern { readPatterns(forms, &faults) } else { readNames(forms, &faults) }
  }

  private static func checkId(_ id: String, _ row: TableRow, _ faults: inout FaultCollector) -> Bool {
    guard !id.isEmpty else {
      faults.add(
        .error, "empty-id", row.place("id"),
        "The row has no identifier. Write one, such as “org:name”, that no other row has.")
      return false
    }
    let parts = id.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    let isWord = { (byte: UInt8) in byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D }
    if parts.count != 2 || parts.contains(where: \.isEmpty) || !parts[0].allSatisfy({ $0 &- 0x61 < 26 })
      || !parts[1].allSatisfy(isWord) || parts[1].first == 0x2D || parts[1].last == 0x2D
    {
      faults.add(
        .error, "bad-id", row.place("id"),
        "“\(excerpt(id))” is no identifier. Write a kind, a colon and a name of lower-case letters, digits and hyphens, "
          + "such as “org:womens-union”.")
    }
    return true
  }

  private func checkType(_ faults: inout FaultCollector) {
    let type = concept.type
    guard !isPattern, !Self.types.contains(type) else { return }
    func advice() -> String {
      nearest(to: type, in: Self.types.sorted() + ["pattern"]).map { " Did you mean “\($0)”?" } ?? ""
    }
    faults.add(
      .error, "unknown-type", row.place("type"),
      type.isEmpty
        ? "“\(concept.id)” has no type. Write one, such as “ngo” or “city”."
        : "“\(excerpt(type))” is no type.\(advice()) The types are listed in the glossary's README.")
  }

  private mutating func readDates(_ faults: inout FaultCollector) {
    func date(_ column: String) -> (text: String, date: GlossaryDate)? {
      let text = row.text(column)
      guard !text.isEmpty else { return nil }
      guard let date = GlossaryDate(text) else {
        faults.add(
          .error, "bad-date", row.place(column),
          "“\(excerpt(text))” is no date. Write YYYY, YYYY-MM or YYYY-MM-DD, such as “2025-07-01”.")
        return nil
      }
      return (text, date)
    }
    let from = date("valid_from")
    let to = date("valid_to")
    concept.validFrom = from?.text
    concept.validTo = to?.text
    if let from, let to, from.date.first > to.date.last {
      faults.add(
        .error, "dates-reversed", row.place("valid_to"),
        "“\(concept.id)” ends on \(to.text), before it begins on \(from.text). Correct one of the dates.")
    }
  }

  private func readForms(_ faults: inout FaultCollector) -> [(form: Form, column: String)] {
    var forms: [(form: Form, column: String)] = []
    var columns: [String: String] = [:]
    let cautious = Values.split(row, "cautious_forms", &faults)
    let isCautious = Set(cautious)
    for (column, kind) in Self.formColumns {
      for text in Values.split(row, column, &faults) {
        if let earlier = columns[text], !Self.mayShare(earlier, column) {
          faults.add(
            .warning, "repeated-form", row.place(column),
            "“\(excerpt(text))” stands here and in column “\(earlier)” already. Remove one.")
        } else {
          if columns[text] == nil { columns[text] = column }
          forms.append((Form(text, kind, isCautious: isCautious.contains(text)), column))
        }
      }
    }
    for text in cautious where columns[text] == nil {
      faults.add(
        .error, "unknown-cautious-form", row.place("cautious_forms"),
        "“\(excerpt(text))” is no form of “\(concept.id)”. Write it exactly as in the column where it stands.")
    }
    return forms
  }

  /// The same name may be used in both languages, and a name may be its own abbreviation.
  private static func mayShare(_ first: String, _ second: String) -> Bool {
    first != second && first != "other_forms" && second != "other_forms"
  }

  private mutating func readNames(_ forms: [(form: Form, column: String)], _ faults: inout FaultCollector) {
    checkNames(forms.map(\.form), &faults)
    for (form, column) in forms {
      if form.text.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D }) {
        faults.add(
          .error, "stray-brace", row.place(column),
          "“\(excerpt(form.text))” has a brace. Give the row the type “pattern”, or remove it.")
      } else if let fault = LexiconBuilder.fault(ofForm: form.text) {
        faults.add(.error, "unmatchable-form", row.place(column), "“\(excerpt(form.text))” \(fault). Correct it.")
      } else {
        concept.forms.append(form)
      }
    }
  }

  private func checkNames(_ forms: [Form], _ faults: inout FaultCollector) {
    let hasVi = forms.contains { $0.kind == .nameVi }
    let hasEn = forms.contains { $0.kind == .nameEn }
    if !hasVi, !hasEn {
      faults.add(
        .error, "empty-name", row.place("name_vi"),
        "“\(concept.id)” has no name. Write it in Vietnamese and in English.")
    } else if !hasVi || !hasEn {
      faults.add(
        .warning, "empty-name", row.place(hasVi ? "name_en" : "name_vi"),
        "“\(concept.id)” has no name in \(hasVi ? "English" : "Vietnamese"). Write the one that such texts use.")
    }
  }

  private mutating func readPatterns(_ forms: [(form: Form, column: String)], _ faults: inout FaultCollector) {
    checkNames(forms.map(\.form), &faults)
    for (form, column) in forms {
      switch PatternParser.parse(form.text) {
      case .success(let segments):
        patterns.append(
          Pattern(
            id: concept.id, segments: segments, language: form.language, form: form.kind, parent: concept.parent,
            validFrom: concept.validFrom, validTo: concept.validTo, successors: concept.successors,
            note: concept.note))
      case .failure(let fault): faults.add(.error, fault.code, row.place(column), fault.message)
      }
    }
  }
}

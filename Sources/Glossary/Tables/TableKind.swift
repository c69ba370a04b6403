/// What a glossary file holds, known from its header line.
enum TableKind: CaseIterable {
  case concepts
  case demonyms
  case cues

  /// All columns, in the order in which the project writes them.
  var columns: [String] {
    switch self {
    case .concepts:
      [
        "id", "type", "name_vi", "name_en", "abbreviations_vi", "abbreviations_en", "other_forms", "parent",
        "valid_from", "valid_to", "successor", "definition_vi", "definition_en", "note", "confidence", "source",
        "cautious_forms",
      ]
    case .demonyms: ["concept", "adjective_en", "note"]
    case .cues: ["word", "language", "kind", "position", "weak", "value", "note"]
    }
  }

  /// Columns without which the file cannot be used.
  var required: [String] {
    switch self {
    case .concepts: ["id", "type", "name_vi", "name_en"]
    case .demonyms: ["concept", "adjective_en"]
    case .cues: ["word", "language", "kind"]
    }
  }

  /// The kind whose required columns are there, or else the one that shares most columns, two at least.
  init?(header: [String]) {
    let names = Set(header)
    func shared(_ kind: TableKind) -> Int { kind.columns.count { names.contains($0) } }
    if let kind = Self.allCases.first(where: { $0.required.allSatisfy(names.contains) }) {
      self = kind
    } else if let kind = Self.allCases.max(by: { shared($0) < shared($1) }), shared(kind) >= 2 {
      self = kind
    } else {
      return nil
    }
  }
}

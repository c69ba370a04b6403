import Lexicon

/// Reads one row of the table of cue words.
enum CueRow {
  /// `nil`, after adding faults, if the row is of no use.
  static func read(_ row: TableRow, _ faults: inout FaultCollector) -> Cue? {
    TextCheck.check(row, TableKind.cues.columns, &faults)
    let word = row.text("word")
    guard !word.isEmpty else {
      faults.add(.error, "empty-word", row.place("word"), "The row has no word. Write one, or remove the row.")
      return nil
    }
    if let fault = LexiconBuilder.fault(ofForm: word) {
      faults.add(.error, "unmatchable-form", row.place("word"), "“\(excerpt(word))” \(fault). Correct it.")
      return nil
    }
    guard
      let kind: CueKind = choice(row, "kind", "unknown-cue-kind", &faults),
      let language = language(row, &faults),
      let position: CuePosition = choice(row, "position", "unknown-position", &faults)
    else { return nil }
    let weak = row.text("weak")
    if !["", "yes", "no"].contains(weak) {
      faults.add(.error, "bad-weak", row.place("weak"), "“\(excerpt(weak))” is neither “yes” nor “no” nor empty.")
    }
    let value = row.text("value")
    checkNumber(kind, value, row, &faults)
    return Cue(
      word, kind, language: language, position: position, isWeak: weak == "yes", value: value, note: row.text("note"))
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ row: TableRow, _ column: String, _ code: String, _ faults: inout FaultCollector
  ) -> Choice? where Choice.RawValue == String {
    let text = row.text(column)
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let nearest =
      nearest(to: text.lowercased(), in: names.filter { !$0.isEmpty }).map { " Did you mean “\($0)”?" } ?? ""
    let list = names.map { $0.isEmpty ? "nothing" : "“\($0)”" }.joined(separator: ", ")
    faults.add(
      .error, code, row.place(column),
      text.isEmpty ? "The cell is empty. Write one of \(list)." : "“\(excerpt(text))” is not one of \(list).\(nearest)")
    return nil
  }

  /// `vi`, `en`, `both` or nothing, or the ISO 639-1 code of a third language.
  private static func language(_ row: TableRow, _ faults: inout FaultCollector) -> FormLanguage? {
    let text = row.text("language")
    switch text {
    case "vi": return .vietnamese
    case "en": return .english
    case "", "both": return .any
    default:
      if text.utf8.count == 2, text.utf8.allSatisfy({ $0 &- 0x61 < 26 }) { return .other }
      faults.add(
        .error, "unknown-language", row.place("language"),
        "“\(excerpt(text))” is no language. Write “vi”, “en”, “both”, or another two-letter code of ISO 639-1.")
      return nil
    }
  }

  private static func checkNumber(_ kind: CueKind, _ value: String, _ row: TableRow, _ faults: inout FaultCollector) {
    let range: ClosedRange<Int>
    switch kind {
    case .month: range = 1...12
    case .weekday: range = 1...7
    default: return
    }
    // Words such as “weekend” stand for none.
    if !value.isEmpty, !(Int(value).map(range.contains) ?? false) {
      faults.add(
        .error, "bad-number", row.place("value"),
        "“\(excerpt(value))” is no number from \(range.lowerBound) to \(range.upperBound), as a \(kind.rawValue) needs."
      )
    }
  }
}

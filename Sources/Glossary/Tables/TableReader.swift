/// Reads one glossary file as a table: finds its kind, checks its header, and hands over its rows.
struct TableReader {
  let file: String
  private var csv: CSVReader
  /// Place of each column in a row.
  private var indices: [String: Int] = [:]
  private var header: [String] = []

  init(file: String, bytes: [UInt8]) {
    self.file = file
    csv = CSVReader(bytes)
  }

  /// Reads the header; `nil`, after adding a fault, if the file is none that a glossary knows.
  mutating func readHeader(_ faults: inout FaultCollector) -> TableKind? {
    let row = csv.next()
    report(&faults)
    guard let row else {
      faults.add(
        .error, "empty-file", GlossaryPlace(file: file),
        "The file is empty. Its first line must name the columns, such as “id,type,name_vi,name_en,…”.")
      return nil
    }
    header = row.cells.map { trim($0.text) }
    guard let kind = TableKind(header: header) else {
      let separator = header.count == 1 ? header[0].first { $0 == ";" || $0 == "\t" } : nil
      let advice =
        separator == nil
        ? "Expected are "
          + TableKind.allCases.map { "“\($0.required.joined(separator: ","))…”" }.joined(separator: " or ")
          + "."
        : "Its cells are separated by \(separator == ";" ? "semicolons" : "tabs"); save it with commas."
      faults.add(
        .error, "unknown-table", GlossaryPlace(file: file, line: row.line),
        "The header “\(excerpt(header.joined(separator: ",")))” is that of no glossary table. \(advice)")
      return nil
    }
    checkColumns(kind, row, &faults)
    return kind
  }

  private mutating func checkColumns(_ kind: TableKind, _ row: CSVRow, _ faults: inout FaultCollector) {
    for (number, name) in header.enumerated() {
      let cell = row.cells[number]
      let place = GlossaryPlace(file: file, line: cell.line, position: cell.position, column: name)
      if indices[name] != nil {
        faults.add(.error, "repeated-column", place, "The column stands here twice. Remove one of them.")
      } else if !kind.columns.contains(name) {
        let nearest = nearest(to: name, in: kind.columns).map { " Did you mean “\($0)”?" } ?? ""
        faults.add(
          .error, "unknown-column", place,
          "There is no column of this name.\(nearest) The columns are \(kind.columns.joined(separator: ", ")).")
      } else {
        indices[name] = number
      }
    }
    for name in kind.columns where indices[name] == nil {
      let isRequired = kind.required.contains(name)
      faults.add(
        isRequired ? .error : .warning, "missing-column", GlossaryPlace(file: file, line: row.line, column: name),
        "The column is missing. Add it to the header\(isRequired ? "" : ", with empty cells where nothing is known").")
    }
  }

  /// The next row; `nil` at the end.
  ///
  /// A row with cells too many or too few is reported and handed over as far as it goes.
  mutating func next(_ faults: inout FaultCollector) -> TableRow? {
    guard let row = csv.next() else {
      report(&faults)
      return nil
    }
    report(&faults)
    if row.cellCount != header.count {
      let advice =
        row.cellCount > header.count
        ? "Put quotes around a cell that has a comma in it." : "Add the commas of the empty cells at its end."
      faults.add(
        .error, "cell-count", GlossaryPlace(file: file, line: row.line),
        "The row has \(row.cellCount) cells, and the header has \(header.count). \(advice)")
    }
    return TableRow(file: file, csv: row, indices: indices)
  }

  private mutating func report(_ faults: inout FaultCollector) {
    for fault in csv.takeFaults() {
      let column = fault.cell < header.count ? header[fault.cell] : nil
      let place = GlossaryPlace(file: file, line: fault.line, position: fault.position, column: column)
      faults.add(.error, fault.code, place, fault.message)
    }
  }
}

/// One row of a table.
struct TableRow {
  let file: String
  let csv: CSVRow
  let indices: [String: Int]

  var place: GlossaryPlace { GlossaryPlace(file: file, line: csv.line) }

  /// The cell of a column; `nil` if the table or the row has none.
  func cell(_ column: String) -> CSVCell? {
    guard let index = indices[column], index < csv.cells.count else { return nil }
    return csv.cells[index]
  }

  /// Content of a cell without white space around it; empty if there is none.
  func text(_ column: String) -> String { cell(column).map { trim($0.text) } ?? "" }

  func place(_ column: String) -> GlossaryPlace {
    guard let cell = cell(column) else { return GlossaryPlace(file: file, line: csv.line, column: column) }
    return GlossaryPlace(file: file, line: cell.line, position: cell.position, column: column)
  }
}

extension CSVFault {
  var code: String {
    switch kind {
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote, .strayQuote: "stray-quote"
    case .invalidUTF8: "invalid-utf8"
    case .controlCharacter: "control-character"
    case .longCell: "long-cell"
    }
  }

  var message: String {
    switch kind {
    case .unclosedQuote:
      "The quote that opens here is never closed, so that the rest of the file was read as one cell. Close it."
    case .textAfterQuote: "There is text between the closing quote and the next comma. Double quotes inside a cell."
    case .strayQuote:
      "There is a quote inside a cell that does not begin with one. Quote the cell, and double quotes in it."
    case .invalidUTF8(let offset):
      "The byte at offset \(offset) of the file is not UTF-8. Save the file as “CSV UTF-8”."
    case .controlCharacter(let byte): "The cell has the control character \(byte). Remove it."
    case .longCell: "The cell has more than \(CSVReader.byteLimit) bytes. Is a quote missing?"
    }
  }
}

/// The values of a cell, which are separated by ` | `.
enum Values {
  static func split(_ row: TableRow, _ column: String, _ faults: inout FaultCollector) -> [String] {
    guard let cell = row.cell(column), !cell.text.isEmpty else { return [] }
    if !cell.text.utf8.contains(0x7C) {
      let value = trim(cell.text)
      return value.isEmpty ? [] : [value]
    }
    let parts = cell.text.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    let values = parts.map { trim($0) }
    if values.contains("") {
      faults.add(
        .warning, "empty-value", row.place(column),
        "“\(excerpt(cell.text))” has a bar with nothing beside it. Remove the bar.")
    } else if values.joined(separator: " | ") != trim(cell.text) {
      faults.add(
        .warning, "stray-space", row.place(column),
        "“\(excerpt(trim(cell.text)))” has a bar without exactly one space on both sides. Write “ | ”.")
    }
    return values.filter { !$0.isEmpty }
  }
}

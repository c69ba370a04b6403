import StageKit

/// Reads CSV as in RFC 4180, record by record, and keeps the place of each cell.
///
/// Lines may end in LF or CR LF; a byte order mark at the start is skipped; empty lines are not records. Faults are
/// collected and reading goes on. Linear in the bytes, whatever they are.
struct CSVReader {
  /// Cells of a row that are kept, and bytes of a cell: more cannot be meant.
  static let cellLimit = 256
  static let byteLimit = 1 << 16

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  /// Offset of the first byte of the line; and how far scalars have been counted in it.
  private var counted = 0
  private var scalars = 1
  private(set) var faults: [CSVFault] = []
  private var cell: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      counted = 3
    }
  }

  /// Takes the faults found since the last call.
  mutating func takeFaults() -> [CSVFault] {
    defer { faults = [] }
    return faults
  }

  /// The next record; `nil` at the end.
  mutating func next() -> CSVRow? {
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D { skipLineEnd() }
    guard offset < bytes.count else { return nil }
    var row = CSVRow(line: line)
    while true {
      readCell(into: &row)
      row.cellCount += 1
      guard offset < bytes.count, bytes[offset] == 0x2C else { break }
      offset += 1
    }
    if offset < bytes.count { skipLineEnd() }
    return row
  }

  private mutating func readCell(into row: inout CSVRow) {
    let line = self.line
    let position = self.position()
    let start = offset
    cell.removeAll(keepingCapacity: true)
    if offset < bytes.count, bytes[offset] == 0x22 {
      readQuoted(row.cellCount, line, position)
    } else {
      readPlain(row.cellCount)
    }
    guard row.cells.count < Self.cellLimit else { return }
    if cell.count > Self.byteLimit {
      fault(.longCell, line, position, row.cellCount)
      cell.removeLast(cell.count - Self.byteLimit)
    }
    if let bad = UTF8Check.firstInvalid(in: cell), cell.count < Self.byteLimit {
      fault(.invalidUTF8(byteOffset: min(start + bad, bytes.count)), line, position, row.cellCount)
    }
    if let control = cell.first(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) {
      fault(.controlCharacter(control), line, position, row.cellCount)
    }
    row.cells.append(CSVCell(text: String(decoding: cell, as: UTF8.self), line: line, position: position))
  }

  private mutating func readPlain(_ number: Int) {
    let start = offset
    var hasQuote = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x2C || byte == 0x0A || (byte == 0x0D && isLineEnd(at: offset)) { break }
      if byte == 0x22, !hasQuote {
        hasQuote = true
        fault(.strayQuote, line, position(), number)
      }
      offset += 1
    }
    cell.append(contentsOf: bytes[start..<offset])
  }

  private mutating func readQuoted(_ number: Int, _ startLine: Int, _ startPosition: Int) {
    offset += 1
    while true {
      guard offset < bytes.count else {
        fault(.unclosedQuote, startLine, startPosition, number)
        return
      }
      let byte = bytes[offset]
      if byte == 0x22 {
        offset += 1
        if offset < bytes.count, bytes[offset] == 0x22 {
          cell.append(0x22)
          offset += 1
          continue
        }
        break
      }
      if byte == 0x0A || (byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A) {
        skipLineEnd()
        cell.append(0x0A)
      } else {
        cell.append(byte)
        offset += 1
      }
    }
    if offset < bytes.count, bytes[offset] != 0x2C, bytes[offset] != 0x0A, !isLineEnd(at: offset) {
      fault(.textAfterQuote, line, position(), number)
      readPlain(number)
    }
  }

  private func isLineEnd(at offset: Int) -> Bool {
    bytes[offset] == 0x0A || (bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] == 0x0A))
  }

  private mutating func skipLineEnd() {
    if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
    offset += 1
    line += 1
    counted = offset
    scalars = 1
  }

  /// Place of the current byte in its line, in scalars from 1.
  ///
  /// Counts on from where it last stopped.
  private mutating func position() -> Int {
    while counted < offset {
      if bytes[counted] & 0xC0 != 0x80 { scalars += 1 }
      counted += 1
    }
    return scalars
  }

  private mutating func fault(_ kind: CSVFault.Kind, _ line: Int, _ position: Int, _ cell: Int) {
    if faults.count < 1000 { faults.append(CSVFault(kind: kind, line: line, position: position, cell: cell)) }
  }
}

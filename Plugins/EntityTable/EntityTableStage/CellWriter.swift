import StageKit

/// Writes the cells of a table by RFC 4180.
struct CellWriter: ~Copyable {
  /// Bytes of text in a cell; a spreadsheet takes 32,767 characters.
  private static let longest = 32_000

  private let separator: UInt8
  private let guardsFormulas: Bool
  private var out = OutputBuffer()
  private var isFirst = true

  init(separator: Separator, guardsFormulas: Bool) {
    self.separator = separator.byte
    self.guardsFormulas = guardsFormulas
  }

  var bytes: [UInt8] { out.bytes }

  mutating func endRow() {
    out.append("\r\n")
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { out.append(separator) }
    isFirst = false
  }

  mutating func number(_ value: Int) {
    separate()
    out.append(decimal: value)
  }

  mutating func number(_ value: Double) {
    separate()
    var json = JSONWriter(capacity: 64)
    json.number(value)
    out.append(json.bytes)
  }

  mutating func text(_ string: String) {
    separate()
    var string = string
    string.withUTF8 { cell($0, "", "") }
  }

  mutating func text(_ bytes: [UInt8], _ range: TextRange) {
    separate()
    var end = range.end
    if range.count > Self.longest {
      end = range.start + Self.longest
      while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    bytes.withUnsafeBufferPointer {
      cell(UnsafeBufferPointer(rebasing: $0[range.start..<end]), "", end < range.end ? " …" : "")
    }
  }

  mutating func excerpt(_ bytes: [UInt8], _ excerpt: Excerpt) {
    separate()
    bytes.withUnsafeBufferPointer {
      cell(
        UnsafeBufferPointer(rebasing: $0[excerpt.range.start..<excerpt.range.end]), excerpt.isCutBefore ? "… " : "",
        excerpt.isCutAfter ? " …" : "")
    }
  }

  /// One cell: white space collapsed, quoted if need be, with an apostrophe before what looks like a formula.
  private mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, _ before: StaticString, _ after: StaticString) {
    let needsQuotes = bytes.contains { $0 == 0x22 || $0 == separator || $0 == 0x2C || $0 == 0x3B }
    if needsQuotes { out.append(0x22) }
    if guardsFormulas, before.utf8CodeUnitCount == 0, Self.looksLikeFormula(bytes) { out.append(0x27) }
    out.append(before)
    var isGap = false
    var isEmpty = true
    for byte in bytes {
      // Control characters mean nothing in a table, and some readers stop at a NUL.
      if byte <= 0x20 || byte == 0x7F {
        isGap = true
        continue
      }
      if isGap, !isEmpty { out.append(0x20) }
      isGap = false
      isEmpty = false
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(after)
    if needsQuotes { out.append(0x22) }
  }

  /// Whether the first character that is no white space starts a formula in a spreadsheet.
  ///
  /// After OWASP's list for CSV injection: `=`, `+`, `-`, `@`, tab and carriage return (white space is dropped here in any
  /// case), and the full-width forms of the first four, which Excel takes for the same in East Asian settings.
  private static func looksLikeFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let index = bytes.firstIndex(where: { $0 > 0x20 && $0 != 0x7F }) else { return false }
    switch bytes[index] {
    case 0x3D, 0x2B, 0x2D, 0x40: return true
    case 0xEF:
      guard index + 2 < bytes.count, bytes[index + 1] == 0xBC else { return false }
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[index + 2])
    default: return false
    }
  }
}

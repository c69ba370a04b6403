import StageKit

/// Writes the cells of a table by RFC 4180.
struct CellWriter: ~Copyable {
  /// Bytes of text in a cell; a spreadsheet takes 32,767 characters.
  private static let longest = 32_000

  private let separator: UInt8
  private let guardsFormulas: Bool
  private var out: OutputBuffer
  private var isFirst = true

  init(separator: Separator, guardsFormulas: Bool, capacity: Int) {
    out = OutputBuffer(capacity: capacity)
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

  /// Two integers in two cells.
  mutating func numbers(_ first: Int, _ second: Int) {
    separate()
    out.append(upTo: 1 + 2 * ByteCursor.longestDecimal) { out in
      out.decimal(first)
      out.byte(separator)
      out.decimal(second)
    }
  }

  mutating func number(_ value: Double) {
    separate()
    if value.isFinite { out.append(number: value) } else { out.append("null") }
  }

  mutating func text(_ string: String) {
    separate()
    if string.utf8.withContiguousStorageIfAvailable({ cell($0, "", "") }) == nil {
      var string = string
      string.withUTF8 { cell($0, "", "") }
    }
  }

  /// Cells that have been written before, with the separators between them.
  mutating func written(_ bytes: [UInt8], _ range: Range<Int>) {
    separate()
    bytes.withUnsafeBufferPointer { out.append($0, range) }
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
    let shape = CellShape(bytes)
    // A tab may separate cells; it is white space too, and goes.
    let needsQuotes = shape.needsQuotes || (separator == 0x09 && !shape.isPlain && bytes.contains(0x09))
    if needsQuotes { out.append(0x22) }
    if guardsFormulas, before.utf8CodeUnitCount == 0, Self.looksLikeFormula(bytes) { out.append(0x27) }
    out.append(before)
    if shape.isPlain { out.append(bytes) } else { appendCollapsed(bytes) }
    out.append(after)
    if needsQuotes { out.append(0x22) }
  }

  /// Appends bytes with white space collapsed and quotation marks doubled.
  private mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.append(upTo: bytes.count * 2) { target in
      var written = 0
      var isGap = false
      for byte in bytes {
        // Control characters mean nothing in a table, and some readers stop at a NUL.
        if byte <= 0x20 || byte == 0x7F {
          isGap = true
          continue
        }
        if isGap, written > 0 {
          target[written] = 0x20
          written += 1
        }
        isGap = false
        if byte == 0x22 {
          target[written] = 0x22
          written += 1
        }
        target[written] = byte
        written += 1
      }
      return written
    }
  }

  /// Whether the first character that is no white space starts a formula in a spreadsheet.
  ///
  /// After OWASP's list for CSV injection: `=`, `+`, `-`, `@`, tab and carriage return (white space is dropped here in any
  /// case), and the full-width forms of the first four, which Excel takes for the same in East Asian settings.
  private static func looksLikeFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x7F { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case 0x3D, 0x2B, 0x2D, 0x40: return true
    case 0xEF:
      guard index + 2 < bytes.count, bytes[index + 1] == 0xBC else { return false }
      let last = bytes[index + 2]
      return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
    default: return false
    }
  }
}

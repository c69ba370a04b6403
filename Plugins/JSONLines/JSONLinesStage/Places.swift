import StageKit

/// Writes where things lie: in the text, counted in three units, and in the source.
struct Places {
  private let offsets: OffsetTable
  /// What stands before the bytes in each part of the source: its name, but for the input itself.
  private let parts: [[UInt8]]

  init(_ document: Document) {
    offsets = OffsetTable(document.text)
    parts = document.source.parts.map { part in
      var json = JSONWriter(capacity: 64)
      json.raw("{")
      if !part.name.isEmpty {
        json.raw("\"part\":")
        json.string(part.name)
        json.raw(",")
      }
      json.raw("\"byte\":[")
      return json.bytes
    }
  }

  /// Writes the member `range`, in bytes, scalars and UTF-16 units, and the member `source`.
  func write(_ range: TextRange, _ cursor: inout AlignmentCursor, to json: inout JSONWriter) {
    guard let only = cursor.onlySource(of: range), only.part < parts.count else {
      write(range, to: &json)
      return writeSource(of: range, &cursor, to: &json)
    }
    let part = parts[only.part]
    part.withUnsafeBufferPointer { part in
      json.raw(upTo: 80 + 8 * ByteCursor.longestDecimal + part.count) { out in
        write(range, &out)
        out.literal(",\"source\":[")
        out.bytes(part)
        out.pair(only.start, only.end)
        out.literal("]}]")
      }
    }
  }

  /// Writes the member `range`.
  func write(_ range: TextRange, to json: inout JSONWriter) {
    json.raw(upTo: 48 + 6 * ByteCursor.longestDecimal) { write(range, &$0) }
  }

  @inline(__always) private func write(_ range: TextRange, _ out: inout ByteCursor) {
    let start = offsets.position(range.start)
    let end = offsets.position(range.end)
    out.literal(",\"range\":{\"byte\":[")
    out.pair(range.start, range.end)
    out.literal("],\"scalar\":[")
    out.pair(start.scalar, end.scalar)
    out.literal("],\"utf16\":[")
    out.pair(start.utf16, end.utf16)
    out.literal("]}")
  }

  /// Writes the member `source` for a range of the text.
  private func writeSource(of range: TextRange, _ cursor: inout AlignmentCursor, to json: inout JSONWriter) {
    json.raw(",\"source\":[")
    var isFirst = true
    cursor.forEachSource(of: range) { source in
      if !isFirst { json.raw(",") }
      write(source, to: &json)
      isFirst = false
    }
    json.raw("]")
  }

  /// Writes the member `source`.
  func write(_ ranges: [SourceRange], to json: inout JSONWriter) {
    json.raw(",\"source\":[")
    for (number, range) in ranges.enumerated() {
      if number > 0 { json.raw(",") }
      write(range, to: &json)
    }
    json.raw("]")
  }

  private func write(_ source: SourceRange, to json: inout JSONWriter) {
    if source.part < parts.count { json.raw(bytes: parts[source.part]) } else { json.raw("{\"byte\":[") }
    json.raw(upTo: 2 + 2 * ByteCursor.longestDecimal) { out in
      out.pair(source.start, source.end)
      out.literal("]}")
    }
  }
}

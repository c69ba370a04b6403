import StageKit

/// A line that has more than white space.
struct Line {
  /// First byte behind leading white space.
  let start: Int
  /// End of the last byte before trailing white space.
  let end: Int
  /// Where the next line begins.
  let next: Int
  /// White space before `start`, in bytes.
  let indent: Int
  /// Length from `start` to `end` in scalars.
  let scalars: Int
  /// Whether an empty line, or the beginning of the text, comes before.
  let blankBefore: Bool
}

/// Finds the lines of a text.
///
/// Lines end at LF, CR LF, CR, vertical tab and form feed.
struct LineReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The first line at or after `offset`, the start of a line, that has more than white space.
  func next(from offset: Int) -> Line? {
    var lineStart = offset
    var blankBefore = offset == 0
    while lineStart < bytes.count {
      var lineEnd = lineStart
      while lineEnd < bytes.count, !Self.endsLine(bytes[lineEnd]) { lineEnd += 1 }
      var next = min(lineEnd + 1, bytes.count)
      if lineEnd + 1 < bytes.count, bytes[lineEnd] == 0x0D, bytes[lineEnd + 1] == 0x0A { next += 1 }
      let start = skipSpace(from: lineStart, to: lineEnd)
      if start < lineEnd {
        let end = skipSpace(backFrom: lineEnd, to: start)
        var scalars = 0
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { scalars &+= 1 }
        return Line(
          start: start, end: end, next: next, indent: start - lineStart, scalars: scalars, blankBefore: blankBefore)
      }
      blankBefore = true
      lineStart = next
    }
    return nil
  }

  /// Scalars up to the first space of the line.
  func firstWordLength(_ line: Line) -> Int {
    var scalars = 0
    for index in line.start..<line.end {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 { break }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    return scalars
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte >= 0x0A && byte <= 0x0D }

  private func skipSpace(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let length = spaceLength(at: offset, limit: end)
      if length == 0 { break }
      offset += length
    }
    return offset
  }

  private func skipSpace(backFrom end: Int, to start: Int) -> Int {
    var offset = end
    while offset > start {
      var begin = offset - 1
      while begin > start, bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
      guard spaceLength(at: begin, limit: end) == offset - begin else { break }
      offset = begin
    }
    return offset
  }

  /// Bytes of the white space or invisible character at `offset`; 0 if something visible is there.
  private func spaceLength(at offset: Int, limit: Int) -> Int {
    switch bytes[offset] {
    case 0x09, 0x20: return 1
    case 0xC2 where offset + 1 < limit && (bytes[offset + 1] == 0xA0 || bytes[offset + 1] == 0x85): return 2
    case 0xE2, 0xE3, 0xEF:
      guard offset + 2 < limit else { return 0 }
      switch UTF8Decode.scalar(bytes, at: offset).value {
      case 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return 3
      default: return 0
      }
    default: return 0
    }
  }
}

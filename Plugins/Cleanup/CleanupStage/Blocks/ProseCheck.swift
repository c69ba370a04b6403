/// Tells prose from programs and mark-up, line by line; the answer for the line asked about last is kept.
struct ProseCheck {
  private var lineStart = 0
  private var lineEnd = -1
  private var isProse = false

  /// Whether the line of `block` that holds `offset` has none of the signs of a program: braces, back slashes, equals
  /// signs, underscores, and names with a bracket right behind them.
  mutating func isProse(_ block: Block, at offset: Int) -> Bool {
    if lineStart <= offset, offset <= lineEnd { return isProse }
    (lineStart, lineEnd) = block.line(at: offset)
    isProse = Self.isProse(block.bytes, lineStart, lineEnd)
    return isProse
  }

  private static func isProse(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      switch bytes[index] {
      case 0x3C, 0x3D, 0x3E, 0x5C, 0x5F, 0x60, 0x7B, 0x7C, 0x7D: return false
      case 0x28:
        // "worker(s)" is prose, "call(name)" is not.
        let follows = index > start && 0x61...0x7A ~= bytes[index - 1] | 0x20
        let isPlural = index + 2 < end && bytes[index + 2] == 0x29
        if follows, !isPlural { return false }
      default: break
      }
    }
    return true
  }
}

import StageKit

/// More white space between two words than one space.
struct SpaceRun: CleanupRule {
  let description = RuleDescription(
    "cleanup.space-run",
    "Makes one space of two to four, or of a lone tab, between words; indentation, tables, columns and wider gaps stay.",
    examples: [
      .init("Hà  Nội và   Huế", "Hà Nội và Huế"),
      .init("1.\tMục tiêu", "1. Mục tiêu"),
      .untouched("name\tplace\tdate"),
      .untouched("  - a point\n    with a second line"),
      .untouched("BỘ LAO ĐỘNG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      .untouched("Hanoi   120   34\nHue     15    2"),
      .untouched("08:30  Registration"),
      .untouched("Name | Place  | Date"),
    ])
  let trigger: Marks = [.spaceRun, .tab]

  /// Wider gaps set columns apart.
  private static let widestRun = 4

  func scan(_ block: Block, _ proposals: inout Proposals) {
    let bytes = block.bytes
    var previous: LineShape?
    var lines: (start: Int, end: Int, shape: LineShape)?
    block.forEachLine { start, end in
      let shape = LineShape(bytes, start, end)
      if let line = lines {
        Self.scanLine(bytes, line.end, line.shape, previous, shape, &proposals)
        previous = line.shape
      }
      lines = (start, end, shape)
    }
    if let line = lines { Self.scanLine(bytes, line.end, line.shape, previous, nil, &proposals) }
  }

  /// Shorter lines, in bytes, may be rows of two columns ("08:30  Registration"): there, a gap must part letters.
  private static let shortestProse = 80

  private static func partsLetters(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    let before = bytes.scalar(before: start)
    return (before.isLatinLetter || before == 0x2C) && bytes.scalarOrEnd(at: end).isLatinLetter
  }

  private static func scanLine(
    _ bytes: Bytes, _ end: Int, _ shape: LineShape, _ above: LineShape?, _ below: LineShape?,
    _ proposals: inout Proposals
  ) {
    let nextToColumns = above?.hasColumns == true || below?.hasColumns == true
    if shape.isTable || shape.hasColumns && nextToColumns { return }
    var index = shape.textStart
    while index < end {
      guard bytes[index] == 0x20 || bytes[index] == 0x09 else {
        index += 1
        continue
      }
      let start = index
      var tabs = 0
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
        if bytes[index] == 0x09 { tabs += 1 }
        index += 1
      }
      // White space at the end of a line is another rule's.
      guard index < end, bytes[index] != 0x0D else { continue }
      let isRun = index - start > 1 || tabs > 0
      guard isRun, index - start <= widestRun else { continue }
      if tabs > 0 || end - shape.textStart >= shortestProse || partsLetters(bytes, start, index) {
        proposals.replace(start, index, with: .space)
      }
    }
  }
}

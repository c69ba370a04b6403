import StageKit

/// Finds paragraphs, headings and list items in plain text, in one pass over its lines.
///
/// An empty line always ends a block. Within lines that follow each other without one, a line break is only a wrap, and
/// the paragraph goes on, if the lines are broken at a common width and the next word would not have fitted, or if the
/// text visibly goes on in lower case. Otherwise each line is a block: many files have one paragraph per line.
struct BlockFinder {
  struct Block {
    enum Kind: String { case paragraph, heading, listItem = "list-item" }

    let kind: Kind
    let rule: String
    var range: TextRange
  }

  /// Longest heading, in scalars.
  static let longestHeading = 120
  /// Widths, in scalars, at which people and programs break lines.
  private static let widths = 50...130
  /// Lines of a group that are looked at to learn its width.
  private static let widthSample = 200
  /// Most blocks of a document; what comes behind them is one paragraph.
  private static let mostBlocks = 1_000_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: LineReader
  private(set) var blocks: [Block] = []
  private var lastLine: Line?
  private var isOpen = false
  private var width = 0
  private var isWrapped = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines = LineReader(bytes: bytes)
  }

  mutating func run() {
    var current = lines.next(from: 0)
    while let line = current {
      if blocks.count >= Self.mostBlocks {
        add(.paragraph, "block.paragraph", TextRange(line.start, bytes.count))
        break
      }
      let next = lines.next(from: line.next)
      if line.blankBefore { measureGroup(line) }
      place(line, next)
      lastLine = line
      current = next
    }
  }

  private mutating func place(_ line: Line, _ next: Line?) {
    if line.blankBefore { isOpen = false }
    let marker = ListMarker.find(bytes, line)
    if let rule = headingRule(line, next, marker: marker) {
      add(.heading, rule, TextRange(line.start, line.end))
      isOpen = false
    } else if marker != nil, startsItem(line) {
      add(.listItem, "block.list-item", TextRange(line.start, line.end))
      isOpen = true
    } else if isOpen, let last = lastLine, continues(last, line) {
      let block = blocks[blocks.count - 1]
      blocks[blocks.count - 1].range = TextRange(block.range.start, line.end)
    } else {
      add(.paragraph, "block.paragraph", TextRange(line.start, line.end))
      isOpen = true
    }
  }

  private mutating func add(_ kind: Block.Kind, _ rule: String, _ range: TextRange) {
    blocks.append(Block(kind: kind, rule: rule, range: range))
  }

  /// Learns the width of the lines up to the next empty one, and whether most breaks were forced by it.
  private mutating func measureGroup(_ first: Line) {
    var lengths: [(scalars: Int, firstWord: Int)] = []
    var line = first
    width = 0
    while lengths.count < Self.widthSample {
      lengths.append((line.scalars, lines.firstWordLength(line)))
      width = max(width, line.scalars)
      guard width <= Self.widths.upperBound, let next = lines.next(from: line.next), !next.blankBefore else { break }
      line = next
    }
    let breaks = lengths.count - 1
    var forced = 0
    for index in 0..<max(breaks, 0) where lengths[index].scalars + 1 + lengths[index + 1].firstWord > width {
      forced += 1
    }
    isWrapped = breaks > 0 && Self.widths.contains(width) && forced * 5 >= breaks * 3
  }

  private func continues(_ last: Line, _ line: Line) -> Bool {
    if LineShape.startsWithLabel(bytes, line) { return false }
    if isWrapped, last.scalars + 1 + lines.firstWordLength(line) > width { return true }
    let isItem = blocks.last?.kind == .listItem
    if isItem, line.indent >= 2, line.indent > last.indent || lastIsContinuation(last) { return true }
    return LineShape.startsLowercase(bytes, line) && !LineShape.endsSentence(bytes, last)
      && (isWrapped || last.scalars >= 30)
  }

  /// Whether the last line was itself not the first of its block.
  private func lastIsContinuation(_ last: Line) -> Bool {
    blocks.last.map { $0.range.start < last.start } ?? false
  }

  /// Whether a marker starts an item.
  ///
  /// In the middle of a wrapped sentence (“see page / 12. The …”) it does not.
  private func startsItem(_ line: Line) -> Bool {
    guard isOpen, isWrapped, let last = lastLine, blocks.last?.kind == .paragraph else { return true }
    let isForced = last.scalars + 1 + lines.firstWordLength(line) > width
    return !isForced || LineShape.endsWithPunctuation(bytes, last)
  }

  // MARK: Headings

  private func headingRule(_ line: Line, _ next: Line?, marker: (kind: ListMarker.Kind, length: Int)?) -> String? {
    if isMarkdownHeading(line) { return "block.heading.markdown" }
    guard line.scalars <= Self.longestHeading, marker?.kind != .bullet,
      !LineShape.endsWithPunctuation(bytes, line)
    else { return nil }
    if LineShape.isCapitals(bytes, line), !isWrapped || isAlone(line, next) || leadsCapitals(line, next) {
      return "block.heading.capitals"
    }
    if isAlone(line, next), LineShape.isQuoted(bytes, line) { return "block.heading.quoted" }
    guard let next, line.blankBefore, LineShape.startsLikeTitle(bytes, line), bytes[next.start] != 0x2D else {
      return nil
    }
    if marker != nil, blocks.last?.kind == .listItem || ListMarker.find(bytes, next) != nil { return nil }
    if next.blankBefore { return "block.heading.short-line" }
    // A short line on top of a paragraph that is one long line.
    let leads =
      !isWrapped && line.scalars <= 60 && next.scalars > 80 && LineShape.endsSentence(bytes, next)
    return leads ? "block.heading.short-line" : nil
  }

  /// Whether a line of capitals stands on top of wrapped text that is not in capitals.
  private func leadsCapitals(_ line: Line, _ next: Line?) -> Bool {
    guard line.blankBefore, let next else { return false }
    return !LineShape.isCapitals(bytes, next)
  }

  private func isAlone(_ line: Line, _ next: Line?) -> Bool { line.blankBefore && next?.blankBefore ?? true }

  private func isMarkdownHeading(_ line: Line) -> Bool {
    var offset = line.start
    while offset < line.end, bytes[offset] == 0x23, offset - line.start < 7 { offset += 1 }
    let level = offset - line.start
    return (1...6).contains(level) && offset + 1 < line.end && bytes[offset] == 0x20
  }
}

import StageKit

/// Where the text is cut into the rows of a page.
struct Paragraphs {
  /// Ascending; the first is 0 unless nothing is shown.
  private(set) var starts: [Int] = []
  private(set) var kinds: [PageModel.BlockKind] = []
  /// End of the text that is shown.
  let end: Int

  /// Cuts where the blocks of the document start; without blocks at blank lines, without blank lines at line ends.
  init(_ document: Document, maxDisplay: Int) {
    let text = document.text
    end = Self.shownEnd(text, maxDisplay)
    guard end > 0 else { return }
    starts = [0]
    kinds = [.paragraph]
    var hasBlocks = false
    var ink = Self.firstInk(text, 0, end)
    let annotations = document.annotations
    for index in annotations.indices where annotations[index].layer == .block {
      let start = annotations[index].range.start
      guard start < end else { break }
      hasBlocks = true
      let kind: PageModel.BlockKind =
        switch annotations[index].type {
        case "heading": .heading
        case "list-item": .listItem
        default: .paragraph
        }
      if start <= ink {
        kinds[kinds.count - 1] = kind
      } else {
        starts.append(start)
        kinds.append(kind)
        ink = Self.firstInk(text, start, end)
      }
    }
    guard !hasBlocks else { return }
    let blankLines = Self.cuts(text, end, newlines: 2)
    starts += blankLines.isEmpty ? Self.cuts(text, end, newlines: 1) : blankLines
    kinds = [PageModel.BlockKind](repeating: .paragraph, count: starts.count)
  }

  /// Offset of the first byte from `start` on that is no white space.
  private static func firstInk(_ text: Text, _ start: Int, _ end: Int) -> Int {
    text.bytes[start..<end].firstIndex { $0 > 0x20 } ?? end
  }

  /// At most `limit` bytes, cut behind the last line break if one is near, otherwise between two characters.
  private static func shownEnd(_ text: Text, _ limit: Int) -> Int {
    guard text.count > limit else { return text.count }
    var end = limit
    while !text.isScalarBoundary(end) { end -= 1 }
    let nearest = max(0, end - 4096)
    return text.bytes[nearest..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? end
  }

  /// Offsets behind each run of at least `newlines` line feeds; white space on the lines between them does not count.
  private static func cuts(_ text: Text, _ end: Int, newlines: Int) -> [Int] {
    var cuts: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var run = 0
      var lineStart = 0
      for offset in 0..<end {
        let byte = bytes[offset]
        if byte == 0x0A {
          run += 1
          lineStart = offset + 1
        } else if byte > 0x20 {
          if run >= newlines, lineStart > 0 { cuts.append(lineStart) }
          run = 0
        }
      }
    }
    return cuts
  }
}

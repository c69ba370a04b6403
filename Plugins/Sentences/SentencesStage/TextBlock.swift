import StageKit

/// A stretch of text that no sentence leaves.
struct TextBlock {
  let range: TextRange
  /// Whether the block is one sentence, whatever marks are in it.
  let isWhole: Bool

  /// The blocks of a document in order; together they hold all its visible text.
  ///
  /// They are the annotations of layer `block` and what lies between them. Without that layer, a block ends at an empty
  /// line, and at a line end unless the next line goes on in lower case.
  static func blocks(of document: Document) -> [TextBlock] {
    document.text.bytes.withUnsafeBufferPointer { bytes in
      var blocks: [TextBlock] = []
      var last = 0
      for annotation in document.annotations where annotation.layer == .block {
        // A block inside another one is a part of it.
        guard annotation.range.start >= last, !annotation.range.isEmpty else { continue }
        appendLines(last, annotation.range.start, bytes, to: &blocks)
        blocks.append(TextBlock(range: annotation.range, isWhole: annotation.type == "heading"))
        last = annotation.range.end
      }
      appendLines(last, bytes.count, bytes, to: &blocks)
      return blocks
    }
  }

  private static func appendLines(
    _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, to blocks: inout [TextBlock]
  ) {
    var blockStart = Scalars.skipSpace(bytes, from: start, to: end)
    var offset = blockStart
    while blockStart < end {
      while offset < end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      let lineEnd = offset
      offset = Scalars.skipSpace(bytes, from: offset, to: end)
      let goesOn =
        offset < end && lineBreaks(lineEnd, offset, bytes) == 1
        && Scalars.isLowercase(UTF8Decode.scalar(bytes, at: offset).value)
      if goesOn { continue }
      blocks.append(TextBlock(range: TextRange(blockStart, lineEnd), isWhole: false))
      blockStart = offset
    }
  }

  /// Line breaks in the white space from `start` to `end`; CR LF is one.
  private static func lineBreaks(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for offset in start..<end {
      if bytes[offset] == 0x0A { count += 1 }
      if bytes[offset] == 0x0D, offset + 1 == end || bytes[offset + 1] != 0x0A { count += 1 }
    }
    return count
  }
}

import StageKit

/// The paragraphs of a document: its blocks, or its lines if no reader has found blocks.
enum Paragraphs {
  static func ranges(of document: Document) -> [TextRange] {
    var ranges: [TextRange] = []
    var last = 0
    for annotation in document.annotations where annotation.layer == .block {
      // A block inside another one is a part of it.
      guard annotation.range.start >= last, !annotation.range.isEmpty else { continue }
      ranges.append(annotation.range)
      last = annotation.range.end
    }
    return ranges.isEmpty ? lines(of: document.text) : ranges
  }

  private static func lines(of text: Text) -> [TextRange] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var ranges: [TextRange] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var first = start
        var last = end
        while first < last, bytes[first] <= 0x20 { first += 1 }
        while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
        if first < last { ranges.append(TextRange(first, last)) }
        start = end + 1
      }
      return ranges
    }
  }
}

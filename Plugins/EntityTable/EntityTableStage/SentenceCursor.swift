import StageKit

/// A stretch of text to show around an entity, and whether it leaves out part of the sentence on either side.
struct Excerpt: Equatable {
  let range: TextRange
  let isCutBefore: Bool
  let isCutAfter: Bool
}

/// Walks the sentences of a document along with its entities, which come in document order.
struct SentenceCursor {
  /// Bytes on either side of an entity, before they are cut back to the sentence and to whole words.
  private static let reach = 80

  private let text: Text
  private let sentences: [TextRange]
  private var index = 0

  init(_ document: Document) {
    text = document.text
    let annotations = document.annotations
    sentences = annotations.indices.lazy.filter { annotations[$0].layer == .sentence }.map { annotations[$0].range }
  }

  /// The sentence around `range`, or the paragraph if there are no sentences, shortened.
  ///
  /// `range` may not go backwards.
  mutating func context(of range: TextRange) -> Excerpt {
    while index < sentences.count, sentences[index].end <= range.start { index += 1 }
    var limit = TextRange(0, text.count)
    if index < sentences.count, sentences[index].start <= range.start {
      limit = TextRange(sentences[index].start, max(sentences[index].end, range.end))
    }
    let start = startEdge(from: range.start, to: max(limit.start, range.start - Self.reach), limit.start)
    var inside = range.end
    if range.count > Self.reach * 4 {
      inside = range.start + Self.reach * 4
      while !text.isScalarBoundary(inside) { inside -= 1 }
    }
    let end = endEdge(from: inside, to: min(limit.end, inside + Self.reach), limit.end)
    return Excerpt(
      range: TextRange(start, max(start, end)), isCutBefore: start > limit.start && !isLineBreak(start - 1),
      isCutAfter: end < limit.end && !isLineBreak(end))
  }

  /// Goes from the entity back, at most to `target`: to a line break, to the limit, or to the first whole word.
  private func startEdge(from: Int, to target: Int, _ limit: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = from
      while position > target, bytes[position - 1] != 0x0A, bytes[position - 1] != 0x0D { position -= 1 }
      if position > target || position == limit { return position }
      // Words are short, so a space is near the far end.
      var word = target + 1
      while word < from, bytes[word - 1] != 0x20 { word += 1 }
      if word < from { return word }
      // A single long word: cut it, between two characters.
      while position != from, bytes[position] & 0xC0 == 0x80 { position += 1 }
      return position
    }
  }

  /// Goes from the entity on, at most to `target`: to a line break, to the limit, or behind the last whole word.
  private func endEdge(from: Int, to target: Int, _ limit: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = from
      while position < target, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      if position < target || position == limit { return position }
      var space = target - 1
      while space > from, bytes[space] != 0x20 { space -= 1 }
      if space > from { return space }
      while position != from, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      return position
    }
  }

  private func isLineBreak(_ offset: Int) -> Bool {
    let byte = text.bytes[offset]
    return byte == 0x0A || byte == 0x0D
  }
}

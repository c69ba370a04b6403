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
    sentences = document.annotations.lazy.filter { $0.layer == .sentence }.map(\.range)
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
    let start = edge(from: range.start, to: max(limit.start, range.start - Self.reach), limit.start, step: -1)
    var inside = range.end
    if range.count > Self.reach * 4 {
      inside = range.start + Self.reach * 4
      while !text.isScalarBoundary(inside) { inside -= 1 }
    }
    let end = edge(from: inside, to: min(limit.end, inside + Self.reach), limit.end, step: 1)
    return Excerpt(
      range: TextRange(start, max(start, end)), isCutBefore: start > limit.start && !isLineBreak(start - 1),
      isCutAfter: end < limit.end && !isLineBreak(end))
  }

  /// Goes from the entity outwards, at most to `target`: to a line break, to the limit, or back to the last space.
  private func edge(from: Int, to target: Int, _ limit: Int, step: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = from
      var lastSpace = from
      while position != target {
        let byte = bytes[step < 0 ? position - 1 : position]
        if byte == 0x0A || byte == 0x0D { return position }
        if byte == 0x20 { lastSpace = position }
        position += step
      }
      if position == limit || lastSpace != from { return position == limit ? position : lastSpace }
      // A single long word: cut it, between two characters.
      while position != from, position < bytes.count, bytes[position] & 0xC0 == 0x80 { position -= step }
      return position
    }
  }

  private func isLineBreak(_ offset: Int) -> Bool {
    let byte = text.bytes[offset]
    return byte == 0x0A || byte == 0x0D
  }
}

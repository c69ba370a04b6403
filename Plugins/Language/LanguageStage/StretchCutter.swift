import StageKit

/// Cuts a paragraph between its stretches, so that the pieces hold everything but the white space between them.
enum StretchCutter {
  static func cut(
    _ range: TextRange, _ stretches: [Stretch], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [TextRange] {
    var pieces: [TextRange] = []
    var start = range.start
    for index in stretches.indices.dropLast() {
      let (end, next) = cutPlace(stretches[index].end, stretches[index + 1].start, bytes)
      pieces.append(TextRange(start, end))
      start = next
    }
    pieces.append(TextRange(start, range.end))
    return pieces
  }

  /// Where a piece ends and the next begins, between the end of a word and the start of another.
  ///
  /// Behind the mark that ends a sentence, if there is one, or at the last white space: what opens there (a quotation
  /// mark, a bracket) belongs to the word behind it.
  private static func cutPlace(
    _ end: Int, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, next: Int) {
    var cut: Int?
    var sawSentenceEnd = false
    for offset in end..<start {
      if ByteKind.table[Int(bytes[offset])] == ByteKind.sentenceEnd { sawSentenceEnd = true }
      if isSpace(bytes[offset]) {
        cut = offset
        if sawSentenceEnd { break }
      }
    }
    guard let cut else { return (start, start) }
    var pieceEnd = cut
    while pieceEnd > end, isSpace(bytes[pieceEnd - 1]) { pieceEnd -= 1 }
    var next = cut
    while next < start, isSpace(bytes[next]) { next += 1 }
    return (pieceEnd, next)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

import StageKit

/// Follows the ends of paragraphs for ``TruncatedParagraph``: the next paragraph may go on with the sentence.
struct EndingWatch {
  let isOn: Bool
  private var pending: TextRange?

  init(isOn: Bool) { self.isOn = isOn }

  /// - Parameters:
  ///   - text: the paragraph as it was cleaned.
  ///   - original: the whole text as it arrived, over which findings are stated.
  mutating func see(
    _ text: Bytes, _ extent: BlockReader.Extent, in original: Bytes, _ gathered: inout Gathered
  ) {
    guard isOn, !text.isEmpty else { return }
    if pending != nil {
      var start = 0
      while start < text.count, text.scalar(at: start).isBlank || text.scalar(at: start).isOpening {
        start += text.scalarLength(at: start)
      }
      if text.scalarOrEnd(at: start).isSmallLetter { pending = nil }
      finish(&gathered)
    }
    if TruncatedParagraph.stopsShort(text) { pending = lastWords(of: extent, in: original) }
  }

  /// The last words of a paragraph: the place where its end is missing.
  private func lastWords(of extent: BlockReader.Extent, in original: Bytes) -> TextRange {
    var start = extent.textEnd
    var words = 0
    while start > extent.start {
      if original[start - 1] == 0x20 || original[start - 1] == 0x0A { words += 1 }
      if words == 4 { break }
      start -= 1
    }
    return TextRange(start, extent.textEnd)
  }

  /// Reports what is still open at the end of the document.
  mutating func finish(_ gathered: inout Gathered) {
    guard let range = pending else { return }
    gathered.findings.append(Finding(.warning, TruncatedParagraph.code, range, TruncatedParagraph.message))
    pending = nil
  }
}

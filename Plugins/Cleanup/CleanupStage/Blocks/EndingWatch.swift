import StageKit

/// Follows the ends of paragraphs for ``TruncatedParagraph``: the next paragraph may go on with the sentence.
struct EndingWatch {
  let isOn: Bool
  private var pending: TextRange?

  init(isOn: Bool) { self.isOn = isOn }

  mutating func see(_ text: Bytes, _ extent: BlockReader.Extent, _ gathered: inout Gathered) {
    guard isOn, !text.isEmpty else { return }
    if pending != nil {
      var start = 0
      while start < text.count, text.scalar(at: start).isBlank || text.scalar(at: start).isOpening {
        start += text.scalarLength(at: start)
      }
      if text.scalarOrEnd(at: start).isSmallLetter { pending = nil }
      finish(&gathered)
    }
    if TruncatedParagraph.stopsShort(text) { pending = TextRange(extent.start, extent.textEnd) }
  }

  /// Reports what is still open at the end of the document.
  mutating func finish(_ gathered: inout Gathered) {
    guard let range = pending else { return }
    gathered.findings.append(Finding(.warning, TruncatedParagraph.code, range, TruncatedParagraph.message))
    pending = nil
  }
}

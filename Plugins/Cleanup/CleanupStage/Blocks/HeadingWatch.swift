import StageKit

/// Follows the headings of a document for ``RepeatedHeading``.
struct HeadingWatch {
  let isOn: Bool
  /// The heading seen last.
  private var heading: [UInt8] = []
  private var signature: UInt64?
  /// Whether the document starts, or text ends, before the first of the equal headings.
  private var startsAfterText = false
  private var isAfterText = true
  /// The blocks that repeat the heading, and how many entries there were before them.
  private var repeated: (range: TextRange, entries: Int)?

  init(isOn: Bool) { self.isOn = isOn }

  /// Takes in the next block; must be called before the block's own edits are gathered.
  mutating func see(_ text: Bytes, _ extent: BlockReader.Extent, _ gathered: inout Gathered) {
    guard isOn, !text.isEmpty else { return }
    if let newSignature = RepeatedHeading.signature(text) {
      if newSignature == signature, RepeatedHeading.key(text) == heading.withUnsafeBufferPointer(RepeatedHeading.key) {
        let start = repeated?.range.start ?? extent.start
        repeated = (TextRange(start, extent.end), repeated?.entries ?? gathered.entries.count)
      } else {
        signature = newSignature
        heading.removeAll(keepingCapacity: true)
        heading.append(contentsOf: text)
        startsAfterText = isAfterText
        repeated = nil
      }
      isAfterText = false
      return
    }
    isAfterText = RepeatedHeading.isText(text)
    if let repeated, isAfterText, startsAfterText {
      gathered.deleteInstead(repeated.range, from: repeated.entries, score: 0.9)
    }
    repeated = nil
    signature = nil
  }
}

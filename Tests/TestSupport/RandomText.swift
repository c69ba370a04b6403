public import StageKit

/// Random texts and edits for property tests: short, with characters of one to four bytes.
public enum RandomText {
  private static let alphabet = Array("ab .,\nế đ̣ưở–😀東".unicodeScalars)

  public static func make(_ random: inout SeededGenerator, maximum: Int = 40) -> Text {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...maximum, using: &random) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    return Text(String(text))
  }

  /// Sorted, non-overlapping edits on scalar boundaries: insertions, deletions, replacements, also side by side.
  public static func edits(for text: Text, _ random: inout SeededGenerator) throws -> EditList {
    let boundaries = (0...text.count).filter { text.isScalarBoundary($0) }
    var edits = EditList()
    let reason = edits.reason("test.random")
    var index = 0
    var lastWasInsertion = false
    while index < boundaries.count {
      index += Int.random(in: 0...5, using: &random)
      guard index < boundaries.count else { break }
      let length = min(Int.random(in: 0...3, using: &random), boundaries.count - 1 - index)
      if length == 0, lastWasInsertion {
        index += 1
        lastWasInsertion = false
        continue
      }
      let replacement = make(&random, maximum: 3)
      try edits.replace(TextRange(boundaries[index], boundaries[index + length]), with: replacement.bytes, reason)
      lastWasInsertion = length == 0
      index += length
    }
    return edits
  }
}

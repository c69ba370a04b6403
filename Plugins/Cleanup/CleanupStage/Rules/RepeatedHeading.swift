import StageKit

/// The same heading twice in succession, as web pages give it once as title and once as headline.
struct RepeatedHeading {
  static let description = RuleDescription(
    "cleanup.repeated-heading",
    "Deletes a heading that repeats the one before it, also in other case or quotes, if text follows it; a paragraph "
      + "that begins with the words of its heading is none.",
    examples: [
      .init(
        "Safer city for girls\n\n“SAFER CITY FOR GIRLS”\n\nThe project was opened on 12 August in Hanoi by the youth union.",
        "Safer city for girls\n\nThe project was opened on 12 August in Hanoi by the youth union."),
      .untouched("Safer city\n\nSAFER CITY was opened on 12 August in Hanoi by the youth union and others.\n"),
      .untouched("Hà Nội\n\nHà Nội\n\nHuế"),
    ])

  private static let longestHeading = 160
  private static let shortestText = 50

  /// Whether a block may be a heading: one short line of two words or more that does not end like a sentence.
  static func isHeading(_ text: Bytes) -> Bool {
    guard 8...longestHeading ~= text.count, !text.contains(0x0A), !text.contains(0x7C), !text.contains(0x09) else {
      return false
    }
    guard text.contains(0x20) else { return false }
    let first = text.scalar(at: 0)
    guard first.isLatinLetterOrDigit || first.isOpening && first != 0x28 else { return false }
    let last = text[text.count - 1]
    return last != 0x2C && last != 0x3B && last != 0x2E && last != 0x3A
  }

  /// Whether a block is text that a heading may stand over: long, or ending like a sentence.
  static func isText(_ text: Bytes) -> Bool {
    guard text.count >= shortestText, let last = text.last else { return false }
    return text.count >= 2 * longestHeading || [0x2E, 0x21, 0x3F, 0x2C, 0x3A].contains(last) || text.contains(0x0A)
      || text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
  }

  /// What two headings must share: their words in lower case, without quotes, case and spacing.
  static func key(_ text: Bytes) -> String {
    let dropped: Set<Unicode.Scalar> = ["\"", "'", "“", "”", "‘", "’", "«", "»", "*", "_"]
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars where !dropped.contains(scalar) {
      if scalar == " ", scalars.last == " " || scalars.isEmpty { continue }
      scalars.append(scalar)
    }
    while scalars.last == " " || scalars.last == "!" { scalars.removeLast() }
    return String(scalars)
  }
}

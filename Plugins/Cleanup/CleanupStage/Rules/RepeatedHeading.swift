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

  /// A number that equal headings share, if a block may be a heading: one short line of two words or more that does not
  /// end like a sentence.
  ///
  /// It is made of the ASCII letters and digits in lower case, in one pass: nearly all headings differ in it.
  static func signature(_ text: Bytes) -> UInt64? {
    guard 8...longestHeading ~= text.count else { return nil }
    let first = text.scalar(at: 0)
    guard first.isLatinLetterOrDigit || first.isOpening && first != 0x28 else { return nil }
    let last = text[text.count - 1]
    guard last != 0x2C, last != 0x3B, last != 0x2E, last != 0x3A else { return nil }
    var hash: UInt64 = 0
    var hasSpace = false
    for byte in text {
      switch byte {
      case 0x0A, 0x7C, 0x09: return nil
      case 0x20: hasSpace = true
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: hash = (hash &* 31) &+ UInt64(byte | 0x20)
      default: break
      }
    }
    return hasSpace ? hash : nil
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

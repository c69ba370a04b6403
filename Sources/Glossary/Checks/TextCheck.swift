import StageKit
import TextKit

/// Checks that hold for every cell: normal form, white space, characters that are not what they look like.
enum TextCheck {
  static func check(_ row: TableRow, _ columns: [String], _ faults: inout FaultCollector) {
    for column in columns {
      if let cell = row.cell(column), !isPlain(cell.text) { check(cell.text, row.place(column), &faults) }
    }
  }

  /// Printable ASCII without doubled or outer spaces: nothing to find.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  private static func check(_ text: String, _ place: GlossaryPlace, _ faults: inout FaultCollector) {
    if !Normaliser.isNormalised(Text(text), .nfc) {
      faults.add(
        .warning, "not-nfc", place,
        "“\(excerpt(text))” has letters that are written as letter and separate mark. Save the text in normal form C.")
    }
    checkSpaces(text, place, &faults)
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) {
        faults.add(
          .warning, "invisible-character", place,
          "“\(excerpt(text))” has the invisible character \(code(scalar)). Remove it.")
      }
      if isLetter(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        checkWord(word, place, &faults)
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { checkWord(word, place, &faults) }
  }

  private static func checkSpaces(_ text: String, _ place: GlossaryPlace, _ faults: inout FaultCollector) {
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) {
      faults.add(
        .warning, "stray-space", place, "“\(excerpt(text))” has white space at its start or end. Remove it.")
    }
    var previous: Unicode.Scalar = "x"
    for scalar in scalars {
      if isSpace(scalar), scalar != " " {
        faults.add(
          .warning, "stray-space", place,
          "“\(excerpt(trim(text)))” has the white space character \(code(scalar)). Use a plain space.")
        return
      }
      if scalar == " ", previous == " " {
        faults.add(.warning, "stray-space", place, "“\(excerpt(trim(text)))” has two spaces in a row. Remove one.")
        return
      }
      previous = scalar
    }
  }

  private static func checkWord(
    _ word: String.UnicodeScalarView, _ place: GlossaryPlace, _ faults: inout FaultCollector
  ) {
    let text = String(word)
    if let repaired = Vietnamese.repairingLookAlikes(text) {
      faults.add(
        .warning, "look-alike", place,
        "“\(excerpt(text))” is written with a letter that only looks like Đ. Write “\(repaired)”.")
      return
    }
    guard word.contains(where: isLatin) else { return }
    if let stranger = word.first(where: isCyrillicOrGreek) {
      faults.add(
        .warning, "look-alike", place,
        "“\(excerpt(text))” mixes Latin letters with “\(stranger)” (\(code(stranger))), which only looks like one. "
          + "Type the word again.")
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic || isMark(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  private static func isCyrillicOrGreek(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x52F, 0x1F00...0x1FFF: true
    default: false
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

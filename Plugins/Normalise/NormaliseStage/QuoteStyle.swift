import StageKit

/// Makes all quotation marks straight or curly.
///
/// Guillemets and marks in text of other languages stay.
enum QuoteStyle {
  static func edits(
    for text: Text, _ style: NormaliseOptions.Quotes, _ places: LanguagePlaces
  ) throws(EditError) -> EditList {
    var edits = EditList()
    let reason = edits.reason("normalise.quotes")
    var pending: [(range: TextRange, replacement: String)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      switch style {
      case .keep: break
      case .straight: pending = straight(bytes)
      case .curly: pending = curly(bytes)
      }
    }
    for (range, replacement) in pending where places.verdict(at: range.start) != .other {
      try edits.replace(range, with: replacement.utf8, reason)
    }
    return edits
  }

  private static func straight(_ bytes: UnsafeBufferPointer<UInt8>) -> [(range: TextRange, replacement: String)] {
    var found: [(range: TextRange, replacement: String)] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else {
        offset &+= 1
        continue
      }
      switch bytes[offset + 2] {
      case 0x98...0x9B: found.append((TextRange(offset, offset + 3), "'"))  // ‘ ’ ‚ ‛
      case 0x9C...0x9F: found.append((TextRange(offset, offset + 3), "\""))  // “ ” „ ‟
      default: break
      }
      offset += 3
    }
    return found
  }

  /// Follows which marks are open in a line, so that a mark behind a number can be told from inches and minutes.
  private static func curly(_ bytes: UnsafeBufferPointer<UInt8>) -> [(range: TextRange, replacement: String)] {
    var found: [(range: TextRange, replacement: String)] = []
    var doubleIsOpen = false
    var singleIsOpen = false
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let range = TextRange(offset, min(offset + 1, bytes.count))
      switch byte {
      case 0x0A, 0x0D:
        doubleIsOpen = false
        singleIsOpen = false
      case 0xE2 where bytes[offset + 1] == 0x80:
        switch bytes[offset + 2] {
        case 0x98: singleIsOpen = true
        case 0x99: singleIsOpen = singleIsOpen && isInsideWord(bytes, offset, offset + 3)
        case 0x9C: doubleIsOpen = true
        case 0x9D: doubleIsOpen = false
        default: break
        }
        offset += 2
      case 0x22:
        if opens(bytes, offset), !doubleIsOpen {
          doubleIsOpen = true
          found.append((range, "“"))
        } else if doubleIsOpen || !followsDigit(bytes, offset) {
          doubleIsOpen = false
          found.append((range, "”"))
        }
      case 0x27:
        if isInsideWord(bytes, offset, offset + 1) {
          found.append((range, "’"))
        } else if opens(bytes, offset), !singleIsOpen {
          // “’90s” is an apostrophe.
          let isYear = offset + 1 < bytes.count && bytes[offset + 1] >= 0x30 && bytes[offset + 1] <= 0x39
          singleIsOpen = !isYear
          found.append((range, isYear ? "’" : "‘"))
        } else if singleIsOpen || !followsDigit(bytes, offset) {
          singleIsOpen = false
          found.append((range, "’"))
        }
      default: break
      }
      offset += 1
    }
    return found
  }

  /// Whether a mark at `offset` stands where a quotation begins: behind white space, an opening mark or a dash.
  private static func opens(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch UTF8Decode.scalar(bytes, endingAt: offset).value {
    case 0x09...0x0D, 0x20, 0x28, 0x2D, 0x2F, 0x5B, 0x7B, 0xA0, 0xAB, 0x2013, 0x2014, 0x2018, 0x201C, 0x27, 0x22:
      return true
    default: return false
    }
  }

  private static func followsDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset > 0 && bytes[offset - 1] >= 0x30 && bytes[offset - 1] <= 0x39
  }

  private static func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start > 0, end < bytes.count else { return false }
    return isLetter(UTF8Decode.scalar(bytes, endingAt: start).value)
      && isLetter(UTF8Decode.scalar(bytes, at: end).value)
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }
}

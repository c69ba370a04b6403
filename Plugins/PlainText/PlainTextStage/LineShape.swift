import StageKit

/// What the first and last characters of a line say about its part in the layout.
enum LineShape {
  /// Whether the line ends as a clause or sentence does, quotation marks and brackets behind it set aside.
  static func endsWithPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    guard let last = lastBeforeClosers(bytes, line) else { return false }
    switch last {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: return true  // ! , . : ; ? …
    default: return false
    }
  }

  /// Whether the line ends as a sentence or the introduction of a list does.
  static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    guard let last = lastBeforeClosers(bytes, line) else { return false }
    switch last {
    case 0x21, 0x2E, 0x3A, 0x3F, 0x2026: return true
    default: return false
    }
  }

  static func startsLowercase(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    let value = UTF8Decode.scalar(bytes, at: line.start).value
    if value < 0x80 { return value >= 0x61 && value <= 0x7A }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  /// Whether the line begins with a label, that is with a capital and a colon soon behind it, such as “Venue: Hanoi”.
  static func startsWithLabel(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    guard !startsLowercase(bytes, line) else { return false }
    let limit = min(line.end - 1, line.start + 24)
    var offset = line.start
    while offset < limit {
      if bytes[offset] == 0x3A { return offset > line.start && bytes[offset + 1] == 0x20 }
      offset += 1
    }
    return false
  }

  /// Whether a title could begin so: with a capital, a digit or an opening mark.
  static func startsLikeTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    let value = UTF8Decode.scalar(bytes, at: line.start).value
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201C: return true
    case ..<0x80: return false
    default:
      guard let properties = Unicode.Scalar(value)?.properties else { return false }
      return properties.isAlphabetic && !properties.isLowercase
    }
  }

  /// Whether the line stands in quotation marks from end to end.
  static func isQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    guard line.scalars > 2 else { return false }
    let first = UTF8Decode.scalar(bytes, at: line.start).value
    let last = UTF8Decode.scalar(bytes, endingAt: line.end).value
    switch first {
    case 0x22: return last == 0x22
    case 0xAB: return last == 0xBB
    case 0x2018: return last == 0x2019
    case 0x201C: return last == 0x201D
    default: return false
    }
  }

  /// Whether all letters of the line, at least four, are capitals.
  ///
  /// Scripts without case do not count as capitals.
  static func isCapitals(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    for offset in line.start..<line.end where bytes[offset] >= 0x61 && bytes[offset] <= 0x7A { return false }
    var capitals = 0
    var offset = line.start
    while offset < line.end {
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      offset += length
      if value < 0x80 {
        if value >= 0x41 && value <= 0x5A { capitals += 1 }
      } else if let properties = Unicode.Scalar(value)?.properties, properties.isAlphabetic {
        guard properties.isUppercase else { return false }
        capitals += 1
      }
    }
    return capitals >= 4
  }

  private static func lastBeforeClosers(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> UInt32? {
    var end = line.end
    while end > line.start {
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: end)
      switch value {
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x20: end -= length  // " ' ) ] » ’ ” and space
      default: return value
      }
    }
    return nil
  }
}

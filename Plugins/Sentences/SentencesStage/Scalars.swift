import StageKit

/// What single characters are to the finding of sentences.
enum Scalars {
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// Quotation marks and brackets that can stand behind a full stop and still belong to its sentence.
  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0xFF09: true
    default: false
    }
  }

  /// Marks that can stand before the first word of a sentence.
  static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x2A, 0x2D, 0x5B, 0x7B, 0xAB, 0x2013, 0x2014, 0x2018, 0x201C, 0x2022, 0x2039: true
    default: false
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  static func isLowercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x61 && value <= 0x7A }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  static func isUppercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  /// Behind the white space at `offset`, at most at `end`.
  static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end {
      let (value, length) = UTF8Decode.scalar(bytes, at: offset)
      guard isSpace(value) else { break }
      offset += length
    }
    return offset
  }

  /// Before the white space that ends at `end`, at least at `start`.
  static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, backFrom end: Int, to start: Int) -> Int {
    var end = end
    while end > start {
      let (value, length) = UTF8Decode.scalar(bytes, endingAt: end)
      guard isSpace(value) else { break }
      end -= length
    }
    return end
  }
}

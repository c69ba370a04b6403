import StageKit

/// Recognises what list items begin with.
///
/// Bullets `-`, `•`, `*`, `+`; numbers `1.`, `1)`, `(1)`, `2.1.`; letters `a.`, `a)`, `(a)`; Roman numerals `iv.`.
enum ListMarker {
  enum Kind { case bullet, number }

  /// The marker at the start of a line and its length in bytes; `nil` if the line begins otherwise.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> (kind: Kind, length: Int)? {
    if let length = bullet(bytes, line) { return (.bullet, length) }
    if let length = number(bytes, line) { return (.number, length) }
    return nil
  }

  private static func bullet(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Int? {
    let (value, length) = UTF8Decode.scalar(bytes, at: line.start)
    switch value {
    case 0x2A, 0x2B, 0x2013, 0x2014, 0xB7:  // * + – — ·
      return isSpace(bytes, line.start + length, line) ? length : nil
    case 0x2D:  // - ; in Vietnamese documents often without a space
      guard line.start + 1 < line.end else { return nil }
      let next = bytes[line.start + 1]
      let isDigit = next >= 0x30 && next <= 0x39
      return next == 0x2D || isDigit ? nil : 1
    case 0x2022, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x27A2, 0xF0B7, 0xF0A7:
      return line.start + length < line.end ? length : nil
    default: return nil
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Int? {
    var offset = line.start
    let opened = bytes[offset] == 0x28
    if opened { offset += 1 }
    let bodyStart = offset
    var dots = 0
    while offset < line.end, offset - bodyStart < 12 {
      let byte = bytes[offset]
      if isDigit(byte) {
        offset += 1
      } else if byte == 0x2E, offset > bodyStart, offset + 1 < line.end, isDigit(bytes[offset + 1]) {
        dots += 1
        offset += 1
      } else {
        break
      }
    }
    if offset > bodyStart {
      // Four digits are a year, not a number in a list.
      guard dots > 0 || offset - bodyStart <= 3 else { return nil }
    } else {
      offset += letters(bytes, bodyStart, line)
      guard offset > bodyStart else { return nil }
    }
    guard offset < line.end else { return nil }
    let closer = bytes[offset]
    // “A. Nguyen” is a name, “A) Costs” and “a. costs” are items.
    let isCapital = bytes[bodyStart] >= 0x41 && bytes[bodyStart] <= 0x5A
    let isRoman = isCapital && isRomanNumeral(bytes, bodyStart, offset)
    guard closer == 0x29 || (closer == 0x2E && !opened && (!isCapital || isRoman)) else { return nil }
    return isSpace(bytes, offset + 1, line) ? offset + 1 - line.start : nil
  }

  /// Length of a single letter or a Roman numeral at `start`; 0 for other words.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ line: Line) -> Int {
    var end = start
    while end < line.end, end - start < 6, isLetter(bytes[end]) { end += 1 }
    if end == start {
      // đ) is the item between d) and e).
      let isDStroke = start + 1 < line.end && bytes[start] == 0xC4 && bytes[start + 1] == 0x91
      return isDStroke ? 2 : 0
    }
    if end - start == 1 || isRomanNumeral(bytes, start, end) { return end - start }
    return 0
  }

  private static func isRomanNumeral(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start < end
      && (start..<end).allSatisfy {
        switch bytes[$0] | 0x20 {
        case 0x69, 0x76, 0x78: true  // i v x
        default: false
        }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ line: Line) -> Bool {
    guard offset < line.end else { return false }
    return bytes[offset] == 0x20 || bytes[offset] == 0x09
      || (bytes[offset] == 0xC2 && offset + 1 < line.end && bytes[offset + 1] == 0xA0)
  }
}

import StageKit

/// Makes the dashes between words all alike: “a - b”, “a -- b”, “a — b”, “a—b” and “a – b”.
///
/// A hyphen inside a word or number, at the start of a line, or in text of another language stays.
enum DashStyle {
  static func edits(
    for text: Text, _ style: NormaliseOptions.Dashes, _ places: LanguagePlaces
  ) throws(EditError) -> EditList {
    var edits = EditList()
    let reason = edits.reason("normalise.dashes")
    var pending: [(range: TextRange, replacement: String)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let length = dashLength(bytes, offset)
        if length > 0, let replacement = replacement(bytes, offset, length, style) {
          pending.append((TextRange(offset, offset + length), replacement))
        }
        offset &+= max(length, 1)
      }
    }
    for (range, replacement) in pending where places.verdict(at: range.start) != .other {
      try edits.replace(range, with: replacement.utf8, reason)
    }
    return edits
  }

  /// Bytes of the dash at `offset`: a run of hyphens, – or —; 0 if there is none.
  @inline(__always) private static func dashLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == 0x2D {
      var end = offset + 1
      while end < bytes.count, bytes[end] == 0x2D { end += 1 }
      return end - offset
    }
    guard byte == 0xE2, bytes[offset + 1] == 0x80 else { return 0 }
    return bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94 ? 3 : 0
  }

  /// Whether a dash ends at `offset`, which is not 0.
  private static func endsInDash(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    switch UTF8Decode.scalar(bytes, endingAt: offset).value {
    case 0x2D, 0x2013, 0x2014: true
    default: false
    }
  }

  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ length: Int, _ style: NormaliseOptions.Dashes
  ) -> String? {
    let end = offset + length
    guard offset > 0, end < bytes.count else { return nil }
    let isHyphens = bytes[offset] == 0x2D
    // Three hyphens and more are a rule, and so is any row of dashes.
    if isHyphens, length > 2 { return nil }
    if endsInDash(bytes, offset) || dashLength(bytes, end) > 0 { return nil }
    let isSpaced = bytes[offset - 1] == 0x20 && bytes[end] == 0x20
    if isSpaced {
      guard !isAtLineStart(bytes, offset) else { return nil }
      switch style {
      case .keep: return nil
      case .en: return bytes[offset..<end].elementsEqual("–".utf8) ? nil : "–"
      case .hyphen: return isHyphens && length == 1 ? nil : "-"
      }
    }
    let isTight = bytes[offset - 1] > 0x20 && bytes[end] > 0x20
    guard isTight else { return nil }
    switch style {
    case .keep: return nil
    case .en:
      let isEm = !isHyphens && bytes[offset + 2] == 0x94
      return isEm || (isHyphens && length == 2) ? " – " : nil
    case .hyphen:
      if isHyphens { return nil }
      return bytes[offset + 2] == 0x94 ? " - " : "-"
    }
  }

  /// Whether only white space stands before `offset` on its line; looks back over at most 32 bytes of it.
  private static func isAtLineStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var before = offset
    while before > 0, offset - before < 32 {
      let byte = bytes[before - 1]
      if byte == 0x0A || byte == 0x0D { return true }
      guard byte == 0x20 || byte == 0x09 else { return false }
      before -= 1
    }
    return true
  }
}

extension EditList {
  /// The text after the edits, in one pass.
  ///
  /// - Throws: ``EditError`` if an edit reaches outside the text, splits a character, or brings bytes that are not
  ///   UTF-8; the text is then as it was.
  public func apply(to text: Text) throws(EditError) -> Text {
    if entries.isEmpty { return text }
    try check(against: text)
    let length = text.count + lengthChange
    guard length <= Self.maximumTextLength else { throw .textTooLong(bytes: length) }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, initialized in
      var written = 0
      text.bytes.withUnsafeBufferPointer { old in
        replacements.withUnsafeBufferPointer { new in
          func copy(_ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
            guard to > from else { return }
            (buffer.baseAddress! + written).initialize(from: source.baseAddress! + from, count: to - from)
            written += to - from
          }
          var read = 0
          var replaced = 0
          for entry in entries {
            copy(old, read, Int(entry.start))
            copy(new, replaced, Int(entry.replacementEnd))
            read = Int(entry.end)
            replaced = Int(entry.replacementEnd)
          }
          copy(old, read, old.count)
        }
      }
      initialized = written
    }
    return Text(knownValid: bytes)
  }

  private func check(against text: Text) throws(EditError) {
    if let last = entries.last, Int(last.end) > text.count {
      throw .outsideText(TextRange(Int(last.start), Int(last.end)), length: text.count)
    }
    let replacementsValid = UTF8Check.firstInvalid(in: replacements) == nil
    var replaced = 0
    for entry in entries {
      let range = TextRange(Int(entry.start), Int(entry.end))
      guard text.isScalarBoundary(range.start), text.isScalarBoundary(range.end) else { throw .splitsScalar(range) }
      let piece = replacements[replaced..<Int(entry.replacementEnd)]
      // A buffer valid as a whole is valid piece by piece unless a piece begins inside a character.
      let pieceValid =
        replacementsValid
        ? piece.first.map { $0 & 0xC0 != 0x80 } ?? true
        : UTF8Check.firstInvalid(in: Array(piece)) == nil
      guard pieceValid else { throw .replacementNotUTF8(range) }
      replaced = Int(entry.replacementEnd)
    }
  }
}

public import StageKit

extension Vietnamese {
  /// The word with Đ and đ in place of letters that look like them, if it then is a legal syllable; `nil` otherwise.
  ///
  /// Fonts and converters put the Icelandic eth (`Ð` U+00D0, `ð` U+00F0) and the African D (`Ɖ` U+0189, `ɖ` U+0256) in
  /// its place. A word that is no Vietnamese syllable keeps them. A few syllables of the minority languages of the
  /// Central Highlands count as legal, because place names have them (`Đắk Lắk`).
  public static func repairingLookAlikes(_ word: String) -> String? {
    Array.withBytes(of: word) { bytes -> String? in
      guard let base = bytes.baseAddress, let repaired = repaired(base, bytes.count) else { return nil }
      return String(decoding: repaired, as: UTF8.self)
    }
  }

  /// The edits that put Đ and đ in place of their look-alikes in Vietnamese words: one for each letter.
  ///
  /// - Parameters:
  ///   - ranges: bytes of the text, in any order; a word that is not wholly inside one stays as it is.
  ///   - reason: the reason stated by each edit, such as `normalise.look-alike`.
  public static func lookAlikeEdits(for text: Text, within ranges: [TextRange], reason: String) -> EditList {
    var edits = EditList()
    let index = edits.reason(reason)
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for range in merged(ranges, in: bytes.count) {
        var offset = range.start
        while let found = nextLookAlike(base, &offset, range.end) {
          guard let word = WordExtent(base, bytes.count, around: found) else { continue }
          offset = max(offset, word.end)
          guard word.start >= range.start && word.end <= range.end,
            repaired(base + word.start, word.end - word.start) != nil
          else { continue }
          var letter = found
          while letter < word.end {
            let start = letter
            guard let replacement = replacement(for: decodeScalar(base, &letter)) else { continue }
            do {
              try edits.replace(TextRange(start, letter), with: replacement, index)
            } catch {
              preconditionFailure("words come in order: \(error)")
            }
          }
        }
      }
    }
    return edits
  }

  private static func nextLookAlike(_ bytes: UnsafePointer<UInt8>, _ offset: inout Int, _ end: Int) -> Int? {
    while true {
      offset = skipASCII(bytes, offset, end)
      guard offset < end else { return nil }
      let at = offset
      if replacement(for: decodeScalar(bytes, &offset)) != nil { return at }
    }
  }

  /// UTF-8 of Đ or đ for a letter that looks like it.
  @inline(__always) private static func replacement(for scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0xD0, 0x189: [0xC4, 0x90]
    case 0xF0, 0x256: [0xC4, 0x91]
    default: nil
    }
  }

  /// The repaired word, if there was something to repair and a Vietnamese word came of it.
  private static func repaired(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> [UInt8]? {
    guard length <= SyllableReading.longest else { return nil }
    var result: [UInt8] = []
    var isChanged = false
    var offset = 0
    while offset < length {
      let start = offset
      if let replacement = replacement(for: decodeScalar(bytes, &offset)) {
        result += replacement
        isChanged = true
      } else {
        result += UnsafeBufferPointer(start: bytes + start, count: offset - start)
      }
    }
    guard isChanged else { return nil }
    let isWord = result.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let reading = SyllableReading(base, buffer.count) else { return false }
      return reading.legalEntry() != nil || highlandKeys.contains(reading.key)
    }
    return isWord ? result : nil
  }

  /// Syllables of Central Highlands place names that the orthography does not know, without tone.
  private static let highlandKeys = Set(
    ["đak", "đăk", "đliê", "đray", "đrây"].map { syllable in
      syllable.reduce(UInt64(0)) { SyllableTable.appending(Letter.symbol($1), to: $0) }
    })
}

internal import CICU

/// Puts tone marks where the traditional style has them, wherever in the syllable they stood.
enum ToneFolding {
  /// Works on the part of `key` from `start`, which must be lower case and NFC.
  ///
  /// Unlike ``Vietnamese/placingTone(_:_:)`` it also takes a tone from a letter where no style puts it: a key must
  /// forgive what people type.
  static func canonicalise(_ key: inout [UInt8], from start: Int) {
    var start = start
    while let word = nextWord(in: key, from: start) {
      start = word.upperBound
      guard let replacement = canonical(key, word) else { continue }
      key.replaceSubrange(word, with: replacement)
      start = word.lowerBound + replacement.count
    }
  }

  /// The next word that has something beside ASCII, from the last word boundary before it.
  private static func nextWord(in key: [UInt8], from start: Int) -> Range<Int>? {
    key.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var offset = start
      while true {
        offset = skipASCII(base, offset, bytes.count)
        guard offset < bytes.count else { return nil }
        var first = offset
        while first > start, base[first - 1] &- 0x61 < 26 { first -= 1 }
        let end = endOfWord(base, offset, bytes.count)
        if end > offset { return first..<end }
        _ = decodeScalar(base, &offset)
      }
    }
  }

  private static func endOfWord(_ bytes: UnsafePointer<UInt8>, _ offset: Int, _ count: Int) -> Int {
    let kinds = CharacterTable.kinds
    var offset = offset
    while offset < count {
      var next = offset
      let kind = kinds.read(bytes, &next)
      guard kind == UInt8(CICU_KIND_LETTER) || kind == UInt8(CICU_KIND_MARK) else { break }
      offset = next
    }
    return offset
  }

  /// The word with its tone moved; `nil` if it stands right or this is no syllable.
  private static func canonical(_ key: [UInt8], _ word: Range<Int>) -> [UInt8]? {
    key.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, let reading = SyllableReading(base + word.lowerBound, word.count),
        reading.tone != 0, let entry = SyllableTable.shared[reading.key], entry.traditional != reading.tonePosition
      else { return nil }
      let table = LetterTable.shared
      var result: [UInt8] = []
      for position in 0..<reading.count {
        let letter = Letter(raw: reading.letters[position])
        let tone = position == entry.traditional ? reading.tone : 0
        let written = Letter(symbol: letter.symbol, tone: tone, isCapital: letter.isCapital)
        Unicode.Scalar.append(table.scalar(of: written), to: &result)
      }
      return result
    }
  }
}

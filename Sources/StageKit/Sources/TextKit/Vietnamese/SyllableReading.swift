/// The letters of one word, read in one pass without allocation: what syllable they would be, and where its tone stands.
struct SyllableReading {
  /// Key of the letters without tone, for ``SyllableTable``.
  private(set) var key: UInt64 = 0
  /// Number of letters.
  private(set) var count = 0
  private(set) var tone: UInt8 = 0
  /// Letter with the tone, counted from 0; -1 for the level tone.
  private(set) var tonePosition = -1
  /// Offset of each letter, and the end of the last.
  private(set) var offsets = SIMD16<UInt8>()
  private(set) var letters = SIMD8<UInt16>()

  /// A word longer than this, in bytes, is no syllable.
  static let longest = SyllableTable.longestSyllable * 7

  /// Reads NFC or NFD, any case; `nil` if the bytes are not one to seven Vietnamese letters with at most one tone.
  @inline(__always) init?(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0 && length <= Self.longest else { return nil }
    let table = LetterTable.shared
    var offset = 0
    while offset < length {
      let start = offset
      guard count < SyllableTable.longestSyllable, var letter = table[decodeScalar(bytes, &offset)] else { return nil }
      // Combining marks of U+0300–U+036F have lead bytes CC and CD.
      while offset < length && (bytes[offset] == 0xCC || bytes[offset] == 0xCD) {
        guard let joined = table.joining(letter, decodeScalar(bytes, &offset)) else { return nil }
        letter = joined
      }
      if letter.tone != 0 {
        guard tone == 0 else { return nil }
        tone = letter.tone
        tonePosition = count
      }
      key = SyllableTable.appending(letter.symbol, to: key)
      offsets[count] = UInt8(start)
      letters[count] = letter.raw
      count &+= 1
    }
    offsets[count] = UInt8(length)
  }

  /// The table's entry, if this is a legal syllable: known letters, a tone that its coda allows, on the right letter.
  @inline(__always) func legalEntry() -> SyllableTable.Entry? {
    guard let entry = SyllableTable.shared[key] else { return nil }
    if tone == 0 { return entry.isStopped ? nil : entry }
    guard entry.allowsTone(at: tonePosition) else { return nil }
    if entry.isStopped && tone != Tone.sắc.rawValue && tone != Tone.nặng.rawValue { return nil }
    return entry
  }
}

/// Vietnamese orthography: what a syllable looks like, and where its tone stands.
public enum Vietnamese {
  /// Whether the bytes are one legal syllable: an onset, a rhyme that goes with it, a tone that the coda allows, on the
  /// letter where one of the two styles puts it.
  ///
  /// Takes valid UTF-8 in NFC or NFD and any case; allocates nothing.
  public static func isSyllable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, let reading = SyllableReading(base, bytes.count) else { return false }
    return reading.legalEntry() != nil
  }

  public static func isSyllable(_ string: some StringProtocol) -> Bool { withBytes(of: string, isSyllable) }

  /// Whether the bytes, all ASCII letters, could be a legal syllable that lost its diacritics: `duong`, `nuoc`.
  ///
  /// A word that still has diacritics is none. Allocates nothing.
  public static func isPlainSyllable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, bytes.count <= SyllableTable.longestSyllable else { return false }
    let letters = LetterTable.shared
    var key: UInt64 = 0
    for index in 0..<bytes.count {
      guard base[index] < 0x80, let letter = letters[UInt32(base[index])] else { return false }
      key = SyllableTable.appending(letter.symbol, to: key)
    }
    return SyllableTable.shared.containsPlain(key)
  }

  public static func isPlainSyllable(_ string: some StringProtocol) -> Bool { withBytes(of: string, isPlainSyllable) }

  private static func withBytes(
    of string: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    string.utf8.withContiguousStorageIfAvailable(body) ?? Array(string.utf8).withUnsafeBufferPointer(body)
  }
}

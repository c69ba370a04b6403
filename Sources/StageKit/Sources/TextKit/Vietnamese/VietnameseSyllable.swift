/// A legal syllable in its parts, in lower case and without tone marks.
///
///     let syllable = VietnameseSyllable("Nguyễn")
///     // onset "ng", glide "u", nucleus "yê", coda "n", tone .ngã
public struct VietnameseSyllable: Sendable, Equatable {
  /// Initial consonant as written, `gh` apart from `g`; empty if there is none.
  ///
  /// `qu` includes the glide, and `gi` an `i` that it shares with the nucleus: `gìn` is `gi`, `i`, `n`.
  public let onset: String
  /// Medial `o` or `u` before the main vowel; empty if there is none.
  public let glide: String
  /// The main vowel or diphthong.
  public let nucleus: String
  /// Final consonant or semivowel; empty if there is none.
  public let coda: String
  public let tone: Tone

  /// `nil` if the string is not one legal syllable.
  public init?(_ string: String) {
    let found = Array.withBytes(of: string) { bytes -> (SyllableTable.Entry, UInt8)? in
      guard let base = bytes.baseAddress, let reading = SyllableReading(base, bytes.count),
        let entry = reading.legalEntry()
      else { return nil }
      return (entry, reading.tone)
    }
    guard let (entry, tone) = found, let tone = Tone(rawValue: tone) else { return nil }
    let rhyme = Rhymes.all[entry.rhyme]
    onset = Rhymes.onsets[entry.onset]
    glide = rhyme.glide
    nucleus = rhyme.nucleus
    coda = rhyme.coda
    self.tone = tone
  }
}

/// What folding took from one or more words: case and diacritics, in a form that compares in a few instructions.
struct TokenTraits: Equatable {
  /// Union of ``LatinLetter/marks``, or ``complex``.
  var marks: UInt16 = 0
  /// Which diacritics stand on which letters, hashed: a sum of ``LatinLetter/weight(at:)``.
  ///
  /// The same in every normal form.
  var markSum: UInt32 = 0
  /// Which letters are capitals: of one word a bit for each of the first sixteen, and a hash of the others.
  var capitals: UInt32 = 0

  /// In `marks`: a word has letters outside the Latin table, for which the other traits do not speak.
  static let complex: UInt16 = 1 << 15

  /// Adds the traits of the next word.
  @inline(__always) mutating func append(_ next: TokenTraits) {
    marks |= next.marks
    markSum = markSum &* 0x85EB_CA6B &+ next.markSum
    capitals = capitals &* 0xC2B2_AE35 &+ next.capitals
  }

  @inline(__always) mutating func setCapital(_ letter: Int) {
    if letter < 16 {
      capitals |= 1 << UInt32(letter)
    } else {
      capitals &+= (UInt32(truncatingIfNeeded: letter) &* 0x9E37_79B1) << 16
    }
  }

  /// The capitals among eight ASCII letters and digits, one bit each.
  @inline(__always) static func capitals(_ word: UInt64) -> UInt32 {
    // Bit 6 is set in letters, bit 5 in small letters and digits; then the lowest bits of the bytes are packed.
    let bits = (word >> 6) & ~(word >> 5) & 0x0101_0101_0101_0101
    return UInt32(truncatingIfNeeded: (bits &* 0x0102_0408_1020_4080) >> 56)
  }
}

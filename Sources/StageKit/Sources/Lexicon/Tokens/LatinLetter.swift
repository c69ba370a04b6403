/// What a Latin letter or a combining mark comes to, from one table look-up.
struct LatinLetter {
  /// The letter without diacritics, in lower case: up to three ASCII bytes, the first lowest.
  var folded: UInt32 = 0
  /// Bytes in `folded`; 0 for a combining mark.
  var count: UInt8 = 0
  /// What shape the letter has beside its base: circumflex, breve, horn, stroke … ; 0 for none.
  var shape: UInt8 = 0
  /// Which tone mark it bears, 0 for none.
  var tone: UInt8 = 0
  var isCapital = false
  /// False if the table cannot speak for the scalar: not a letter or mark, or it does not fold to ASCII.
  var isKnown = false

  /// What shape and tone count for on the letter with this number; 0 for none, and the same whether a mark is part of
  /// the letter or comes behind it.
  @inline(__always) func weight(at letter: Int) -> UInt32 {
    func weight(_ mark: UInt8) -> UInt32 {
      let product = (UInt32(truncatingIfNeeded: letter) << 5 | UInt32(mark)) &* 0x9E37_79B1
      return (product ^ product >> 15) &* 0x85EB_CA77
    }
    return (shape == 0 ? 0 : weight(shape)) &+ (tone == 0 ? 0 : weight(16 + tone))
  }

  /// One bit for each shape and tone, for a quick test that a text has only marks that the form has.
  var marks: UInt16 {
    (shape == 0 ? 0 : 1 << UInt16(min(shape, 8) - 1)) | (tone == 0 ? 0 : 1 << UInt16(8 + tone - 1))
  }
}

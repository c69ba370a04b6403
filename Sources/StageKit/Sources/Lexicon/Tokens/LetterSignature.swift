/// Case and diacritics of one word, letter by letter, as integers: what folding took away.
struct LetterSignature {
  /// Four bits a letter.
  private var shapes: UInt64 = 0
  /// Four bits a letter.
  private var tones: UInt64 = 0
  /// One bit a letter.
  private var capitals: UInt64 = 0
  private var toneCount = 0
  private var lastTone: UInt8 = 0
  /// Diacritics behind the sixteenth letter, or letters outside the Latin table: the signature cannot tell.
  private(set) var isUnclear = false

  init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var offset = start
    var letter = -1
    while offset < end {
      let byte = bytes[offset]
      if byte < 0x80 {
        letter += 1
        if byte &- 0x41 < 26 { setCapital(letter) }
        offset += 1
        continue
      }
      let (value, count) = decodeScalar(bytes, at: offset, end: end)
      offset += count
      let index = ScalarTable.latinIndex(value)
      guard index >= 0, ScalarTable.shared.latin[index].isKnown else {
        isUnclear = true
        return
      }
      let latin = ScalarTable.shared.latin[index]
      letter += Int(latin.count)
      if latin.isCapital { setCapital(letter) }
      if latin.shape != 0 || latin.tone != 0 { setMarks(letter, latin) }
    }
  }

  private mutating func setCapital(_ letter: Int) {
    if letter < 64 { capitals |= 1 << UInt64(letter) } else { isUnclear = true }
  }

  private mutating func setMarks(_ letter: Int, _ latin: LatinLetter) {
    guard letter >= 0, letter < 16 else {
      isUnclear = true
      return
    }
    let shift = UInt64(4 * letter)
    if latin.shape != 0 {
      // A second mark on a letter makes another shape, as in the table.
      let old = UInt8(truncatingIfNeeded: shapes >> shift) & 15
      let new = old == 0 ? latin.shape : (old &* 7 &+ latin.shape) & 15 | 1
      shapes = shapes & ~(15 << shift) | UInt64(new) << shift
    }
    if latin.tone != 0 {
      tones |= UInt64(latin.tone) << shift
      toneCount += 1
      lastTone = latin.tone
    }
  }

  /// How the word of a text with this signature agrees with that of a form.
  ///
  /// Both fold to the same letters.
  func strength(against form: LetterSignature) -> MatchStrength {
    if shapes == form.shapes {
      if tones == form.tones { return capitals == form.capitals ? .exact : .letterCase }
      if toneCount == 1, form.toneCount == 1, lastTone == form.lastTone { return .tonePlacement }
    }
    let hasToneOfForm =
      Self.isSubset(tones, form.tones) || (toneCount == 1 && form.toneCount == 1 && lastTone == form.lastTone)
    return Self.isSubset(shapes, form.shapes) && hasToneOfForm ? .folded : .conflicting
  }

  /// Whether each of the four-bit fields of `part` is 0 or the same in `whole`.
  private static func isSubset(_ part: UInt64, _ whole: UInt64) -> Bool {
    var mask = part | part >> 1
    mask = (mask | mask >> 2) & 0x1111_1111_1111_1111
    return part == whole & (mask &* 15)
  }
}

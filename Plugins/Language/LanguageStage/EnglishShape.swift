/// Endings that English words have and few words of other languages.
enum EnglishShape {
  /// Tests a word of `length` letters; `key` has the last eight of them in lower case, the last one lowest.
  static func fits(_ key: UInt64, length: Int) -> Bool {
    guard length >= 4 else { return false }
    switch key & 0xFFFF {
    case pair("c", "k"), pair("e", "d"), pair("e", "e"), pair("e", "r"), pair("e", "w"), pair("l", "l"), pair("l", "y"),
      pair("o", "w"), pair("s", "h"), pair("s", "s"), pair("w", "s"), pair("y", "s"):
      return true
    case pair("e", "s"), pair("n", "g"), pair("t", "y"): return before(key, 2) == ascii("i")  // -ies, -ing, -ity
    case pair("h", "t"): return before(key, 2) == ascii("g")  // -ght
    case pair("i", "p"), pair("o", "n"), pair("n", "t"), pair("l", "e"): return endings.contains(key & 0xFFFF_FFFF)
    case pair("p", "s"), pair("n", "s"), pair("t", "s"): return endings.contains(key >> 8 & 0xFFFF_FFFF)
    case pair("r", "s"): return before(key, 2) == ascii("e")  // -ers
    case pair("u", "l"): return before(key, 2) == ascii("f")  // -ful
    case pair("u", "s"): return before(key, 2) == ascii("o")  // -ous
    default: return false
    }
  }

  /// The endings of four letters.
  private static let endings: [UInt64] = ["able", "ment", "ship", "tion"].map { ending in
    ending.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always) private static func ascii(_ letter: Unicode.Scalar) -> UInt64 { UInt64(letter.value) }

  @inline(__always) private static func pair(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> UInt64 {
    ascii(first) << 8 | ascii(last)
  }

  /// The letter that has `count` letters behind it.
  @inline(__always) private static func before(_ key: UInt64, _ count: UInt64) -> UInt64 { key >> (8 * count) & 0xFF }
}

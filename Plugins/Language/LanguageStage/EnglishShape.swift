/// Spellings that English words have and few words of other languages.
enum EnglishShape {
  private static let endings: [String] = [
    "ing", "ed", "ly", "tion", "tions", "ness", "ship", "ships", "ful", "ment", "ments", "ity", "ies", "ers", "er",
    "ght", "ck", "sh", "ll", "ss", "ous", "able", "ish", "ies", "ws", "ow", "ew", "ee", "ys",
  ]
  private static let table: [(key: UInt64, mask: UInt64)] = endings.map { ending in
    let key = ending.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return (key, UInt64.max >> (64 - 8 * UInt64(ending.utf8.count)))
  }

  /// Tests a word of `length` letters; `key` has the last eight of them in lower case.
  static func fits(_ key: UInt64, length: Int) -> Bool {
    guard length >= 4 else { return false }
    return table.contains { key & $0.mask == $0.key }
  }
}

/// Decides whether a lower-case word of English letters is two words.
struct EnglishSplitter: Sendable {
  static let shared = EnglishSplitter()

  /// First two and last two letters that a glued word can have: turns most words away without a look-up.
  private let firstPairs: [Bool]
  private let lastPairs: [Bool]

  private init() {
    var first = [Bool](repeating: false, count: 1 << 10)
    var last = first
    for word in FunctionWords.leading.keys { first[Self.pair(word[0], word[1])] = true }
    for word in FunctionWords.trailing.keys { last[Self.pair(word[word.count - 2], word[word.count - 1])] = true }
    for word in FunctionWords.pairs.keys { first[Self.pair(word[0], word[1])] = true }
    firstPairs = first
    lastPairs = last
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x1F) << 5 | Int(second & 0x1F) }

  @inline(__always)
  func mayBeGlued(_ word: Bytes) -> Bool {
    firstPairs[Self.pair(word[0], word[1])] || lastPairs[Self.pair(word[word.count - 2], word[word.count - 1])]
  }

  /// Where the second word would start, or 0 if the word is known or there is no single way to part it.
  func likelySplit(_ word: Bytes, _ words: WordBook) -> Int {
    let letters = Array(word)
    if FunctionWords.exceptions.contains(letters) { return 0 }
    var place = FunctionWords.pairs[letters] ?? 0
    if place == 0, letters.count >= 7 {
      for start in 2...(letters.count - 2) where Self.isSplit(letters, start, words) {
        if place != 0 { return 0 }
        place = start
      }
    }
    return place != 0 && !words.listsHave(letters) ? place : 0
  }

  /// Whether one of the two parts is a small word and the other a word that it may stand beside.
  private static func isSplit(_ letters: [UInt8], _ start: Int, _ words: WordBook) -> Bool {
    let left = Array(letters[..<start])
    let right = Array(letters[start...])
    return isLeading(left, right, words) || isTrailing(left, right, words)
  }

  /// Whether a word with a likely split is no compound, no derived word and no slip of the pen.
  ///
  /// Costs some hundred look-ups.
  func isSure(_ word: Bytes, _ place: Int, _ words: WordBook) -> Bool {
    let letters = Array(word)
    if FunctionWords.pairs[letters] != nil { return true }
    return !words.isKnown(word) && !Self.isCompound(letters, place, words) && !Self.isDerived(letters, words)
      && !Self.isOneLetterFromKnown(letters, words)
  }

  /// Whether the word can be parted elsewhere into two words of three letters or more.
  ///
  /// "workersand" is also "worker sand": a plural's s does not count as the start of another word.
  private static func isCompound(_ letters: [UInt8], _ place: Int, _ words: WordBook) -> Bool {
    guard letters.count >= 6 else { return false }
    return (3...(letters.count - 3)).contains { start in
      if start == place || start == place - 1 && letters[start] == 0x73 { return false }
      return words.englishListHas(Array(letters[..<start])) && words.englishListHas(Array(letters[start...]))
    }
  }

  /// Whether `left` is a small word that may stand before `right`.
  private static func isLeading(_ left: [UInt8], _ right: [UInt8], _ words: WordBook) -> Bool {
    guard let least = FunctionWords.leading[left], right.count >= least, words.isEnglish(right) else { return false }
    let first = right[0]
    switch left {
    case [0x69, 0x6E]:
      // "in" is a prefix too: "inacceptable". It becomes im-, il-, ir- before these letters, and is never doubled.
      if hasNegativePrefix(right) { return true }
      return "bmplr".utf8.contains(first)
        && !hasEnding(right, ["ing", "ed", "er", "ers", "able", "ible", "ly", "ity", "ness"])
    case [0x6F, 0x6E]: return !hasEnding(right, ["ing", "ed", "er", "ers"])
    case [0x6F, 0x66]: return first != 0x66  // "offenders" has its own f
    default: return true
    }
  }

  /// Whether `right` is a small word that may stand behind `left`.
  private static func isTrailing(_ left: [UInt8], _ right: [UInt8], _ words: WordBook) -> Bool {
    guard let least = FunctionWords.trailing[right], left.count >= least, words.isEnglish(left) else { return false }
    // "marketin" has lost a g, not a space.
    if right == [0x69, 0x6E] { return !words.isEnglish(left + Array("ing".utf8)) }
    return true
  }

  private static func hasNegativePrefix(_ word: [UInt8]) -> Bool {
    ["in", "im", "il", "ir", "un", "non", "dis"].contains { word.starts(with: $0.utf8) }
  }

  private static func hasEnding(_ word: [UInt8], _ endings: [String]) -> Bool {
    endings.contains { word.count > $0.utf8.count + 2 && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let suffixes = [
    "s", "es", "ed", "d", "er", "ers", "r", "rs", "ing", "ings", "ly", "ness", "al", "ally", "ist", "ists", "ism", "ic",
    "ity",
    "able", "ability", "ment", "ments", "ation", "ations", "ize", "ized", "izes", "izing", "ization", "ise", "ised",
    "ises", "ising", "isation", "y", "ies", "less", "ful", "like", "wise", "ship", "ships", "hood", "ward", "wards",
    "work",
    "ness", "ish", "dom", "ee", "ees", "ian", "ians", "ive", "ively", "age", "ages", "or", "ors", "man", "men",
  ].map { Array($0.utf8) }

  private static let prefixes = [
    "un", "re", "non", "pre", "over", "under", "sub", "inter", "multi", "anti", "co", "de", "dis", "mis", "out", "up",
    "trans", "micro", "macro", "bio", "eco", "tele", "cyber", "agro", "hydro", "geo", "neo", "psycho", "socio", "semi",
    "mega", "mini", "super", "self", "post", "pro", "counter", "cross", "down", "off", "intra", "extra", "ultra",
    "auto",
    "electro", "photo", "thermo", "poly", "mono", "bi", "tri", "quasi", "pseudo", "infra", "trans", "ethno", "euro",
  ].map { Array($0.utf8) }

  /// Whether the word is a known one with a prefix or suffix that the word list does not give it.
  private static func isDerived(_ word: [UInt8], _ words: WordBook) -> Bool {
    for suffix in suffixes where word.count >= suffix.count + 4 && word.suffix(suffix.count).elementsEqual(suffix) {
      let stem = Array(word.dropLast(suffix.count))
      if words.isEnglish(stem) || words.isEnglish(stem + [0x65]) || words.isEnglish(stem + [0x79]) { return true }
      if stem.count >= 4, stem[stem.count - 1] == stem[stem.count - 2], words.isEnglish(Array(stem.dropLast())) {
        return true
      }
    }
    return prefixes.contains { prefix in
      word.count >= prefix.count + 4 && word.starts(with: prefix)
        && words.isEnglish(Array(word.dropFirst(prefix.count)))
    }
  }

  /// Whether leaving out, adding, changing or swapping one letter gives a known word: then it is a slip of the pen.
  private static func isOneLetterFromKnown(_ word: [UInt8], _ words: WordBook) -> Bool {
    let alphabet = UInt8(0x61)...0x7A
    for place in 0...word.count {
      var trial = word
      if place < word.count {
        trial.remove(at: place)
        if words.englishListHas(trial) { return true }
        trial = word
        for letter in alphabet where letter != word[place] {
          trial[place] = letter
          if words.englishListHas(trial) { return true }
        }
        trial[place] = word[place]
        if place + 1 < word.count {
          trial.swapAt(place, place + 1)
          if words.englishListHas(trial) { return true }
          trial.swapAt(place, place + 1)
        }
      }
      trial.insert(0x61, at: place)
      for letter in alphabet {
        trial[place] = letter
        if words.englishListHas(trial) { return true }
      }
    }
    return false
  }
}

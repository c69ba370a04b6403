import TextKit

/// Decides whether a lower-case word with Vietnamese letters is two syllables that lost the space between them.
enum VietnameseSplitter {
  /// Longest word, in bytes, that is looked at: two syllables of seven letters, some of them of three bytes.
  static let longestWord = 24

  /// Loan words that are rightly written as one.
  private static let exceptions: Set<String> = ["càphê", "xàphòng", "càrốt", "càvạt", "càri", "mìchính", "mìtôm"]

  /// Where the second syllable starts, in bytes, or 0 if the word is not surely two syllables.
  static func split(_ word: Bytes, _ words: WordBook) -> Int {
    if hasCapital(word) || Vietnamese.isSyllable(word) || words.isKnown(word) { return 0 }
    var place = 0
    var index = word.scalarLength(at: 0)
    while index < word.count {
      let left = Bytes(rebasing: word[..<index])
      let right = Bytes(rebasing: word[index...])
      if isSyllable(left, words), isSyllable(right, words) {
        if place != 0 { return 0 }
        place = index
      }
      index += word.scalarLength(at: index)
    }
    guard place != 0, hasNativeTone(word), !exceptions.contains(String(decoding: word, as: UTF8.self)) else { return 0 }
    return place
  }

  private static func hasCapital(_ word: Bytes) -> Bool {
    var index = 0
    while index < word.count {
      if word.scalar(at: index).isCapital { return true }
      index += word.scalarLength(at: index)
    }
    return false
  }

  private static func isSyllable(_ piece: Bytes, _ words: WordBook) -> Bool {
    piece.count >= 2 && !(piece.count <= 3 && piece.scalarLength(at: 0) == piece.count) && words.isVietnamese(piece)
  }

  /// Whether a letter has grave, hook, tilde or dot below.
  ///
  /// Loan words such as "bôxít" have level or acute tone only.
  private static func hasNativeTone(_ word: Bytes) -> Bool {
    var index = 0
    while index < word.count {
      switch word.scalar(at: index) {
      case 0xE0, 0xE3, 0xE8, 0xEC, 0xF2, 0xF5, 0xF9, 0x129, 0x169: return true
      case let letter where 0x1EA0...0x1EF9 ~= letter:
        // Letters with acute tone: ấ ắ ế ố ớ ứ.
        if ![0x1EA5, 0x1EAF, 0x1EBF, 0x1ED1, 0x1EDB, 0x1EE9].contains(letter) { return true }
      default: break
      }
      index += word.scalarLength(at: index)
    }
    return false
  }
}

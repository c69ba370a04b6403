/// What language the text around a word is in, by the word lists.
enum Surroundings {
  enum Language { case english, vietnamese }

  /// So many lower-case words of a line are looked at.
  private static let mostWords = 200

  /// Whether `line` has at least five lower-case words, and seven in ten of them belong to `language`.
  ///
  /// A glued word counts as two that belong, so that the answer is the same once it is parted.
  static func are(_ language: Language, in line: Bytes, _ words: WordBook) -> Bool {
    var seen = 0
    var known = 0
    WordScanner.forEachWord(line) { word in
      guard seen < mostWords, word.shape.isDisjoint(with: [.digit, .capital]), word.end - word.start >= 2 else {
        return
      }
      let letters = Bytes(rebasing: line[word.start..<word.end])
      seen += 1
      switch language {
      case .english:
        if words.isEnglish(letters) {
          known += 1
        } else if words.englishSplit(letters) > 0 {
          seen += 1
          known += 2
        }
      case .vietnamese:
        if words.isVietnamese(letters) {
          known += 1
        } else if words.vietnameseSplit(letters) > 0 {
          seen += 1
          known += 2
        }
      }
    }
    return seen >= 5 && known * 10 >= seen * 7
  }
}

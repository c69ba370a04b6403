/// A run of words in one language.
struct Stretch {
  var language: Language
  /// First byte of the first word, and end of the last.
  var start: Int
  var end: Int
  /// Words that say something.
  var words: Int
  /// Of these, how many begin with a capital.
  var capitalised: Int
  /// Sums over the words.
  var scores: LanguageScores
  /// What lies before the first word, and behind the last.
  var gapBefore: ScannedWord.Gap
  var gapAfter: ScannedWord.Gap

  /// Takes in the stretch that follows.
  mutating func append(_ next: Stretch) {
    end = next.end
    words += next.words
    capitalised += next.capitalised
    scores = scores.adding(next.scores)
    gapAfter = next.gapAfter
  }

  /// Words without a capital, which say more than names do.
  var lowercase: Int { words - capitalised }

  /// Whether the run is too short to be more than a name, a title or a loan.
  ///
  /// It is with fewer than six words, or fewer than four if it is a sentence of its own; and with names alone.
  var isTooShort: Bool {
    let isSentence = gapBefore == .sentence && gapAfter == .sentence
    return isSentence ? words < 4 || lowercase < 2 : words < 6 || lowercase < 3
  }
}

/// What the look of a word says about its language.
///
/// Each class has a probability in running text of each language. The figures were estimated on news and reports in
/// both languages and then smoothed by hand, so that a few strange words do not carry a paragraph away.
enum WordClass: UInt8, CaseIterable, Sendable {
  /// Says nothing: numbers, single letters, parts of addresses on the web.
  case neutral
  /// Has letters that only Vietnamese has.
  case vietnameseLetters
  case vietnameseLettersCapitalised
  /// Has accented letters that other languages have too, and is a legal Vietnamese syllable.
  case accentedSyllable
  case accentedSyllableCapitalised
  /// Has accented letters and is no Vietnamese syllable.
  case accentedForeign
  /// Has đ and is no syllable: “QĐ”, “HĐND”.
  case vietnameseAbbreviation
  /// Frequent Vietnamese word that is written without diacritics: “trong”, “cho”.
  case vietnameseASCII
  /// Frequent Vietnamese word without its diacritics: “cua”, “khong”.
  case plainVietnameseFunction
  case englishFunction
  /// Frequent in English, possible in Vietnamese without diacritics: “the”, “to”.
  case englishFunctionOrSyllable
  /// Frequent in both: “do”, “can”.
  case sharedFunction
  /// Frequent in French, Spanish, German, Dutch, Indonesian or Malay.
  case otherFunction
  case otherFunctionOrSyllable
  /// Could be a syllable that lost its diacritics, or a short English word.
  case plainSyllable
  case plainSyllableCapitalised
  /// ASCII word that is no Vietnamese syllable, with an ending or spelling that English is full of.
  case englishShape
  /// ASCII word that is no Vietnamese syllable.
  case foreign
  case foreignCapitalised
  /// Short word in capitals that is no Vietnamese syllable: mostly an abbreviation.
  case abbreviation
  /// Letters of another script.
  case otherScript

  /// Probabilities in the order of ``Language``, in units of 1/10,000.
  private var probabilities: (vietnamese: Double, plain: Double, english: Double, other: Double) {
    switch self {
    case .neutral: (10_000, 10_000, 10_000, 10_000)
    case .vietnameseLetters: (4500, 40, 5, 15)
    case .vietnameseLettersCapitalised: (1200, 40, 180, 40)
    case .accentedSyllable: (2200, 30, 6, 60)
    case .accentedSyllableCapitalised: (600, 30, 100, 80)
    case .accentedForeign: (30, 20, 40, 1200)
    case .vietnameseAbbreviation: (150, 20, 10, 20)
    case .vietnameseASCII: (1200, 1300, 12, 30)
    case .plainVietnameseFunction: (40, 3000, 8, 30)
    case .englishFunction: (30, 30, 2800, 150)
    case .englishFunctionOrSyllable: (40, 220, 1600, 250)
    case .sharedFunction: (200, 800, 500, 200)
    case .otherFunction: (10, 20, 40, 2500)
    case .otherFunctionOrSyllable: (100, 500, 30, 1200)
    case .plainSyllable: (900, 4200, 350, 500)
    case .plainSyllableCapitalised: (500, 700, 400, 300)
    case .englishShape: (20, 20, 1500, 350)
    case .foreign: (50, 60, 2500, 2500)
    case .foreignCapitalised: (250, 250, 1000, 800)
    case .abbreviation: (200, 200, 400, 300)
    case .otherScript: (2, 2, 8, 3000)
    }
  }

  /// Logarithms of the probabilities, in hundredths of a nat.
  var scores: LanguageScores {
    func score(_ probability: Double) -> Int32 { Int32((naturalLogarithm(probability / 10_000) * 100).rounded()) }
    let p = probabilities
    return LanguageScores(score(p.vietnamese), score(p.plain), score(p.english), score(p.other))
  }

  /// The scores of all classes, by raw value.
  static let scoreTable: [LanguageScores] = allCases.map(\.scores)

  /// ln x for x in (0, 1], by the series of 2 artanh((x − 1)/(x + 1)) after taking out powers of two.
  private func naturalLogarithm(_ x: Double) -> Double {
    let mantissa = x.significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    var power = ratio
    var sum = 0.0
    for index in stride(from: 1, through: 19, by: 2) {
      sum += power / Double(index)
      power *= ratio * ratio
    }
    return 2 * sum + Double(x.exponent) * 0.693_147_180_559_945_3
  }
}

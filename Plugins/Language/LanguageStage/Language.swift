/// The languages that are told apart; the raw value is the place in a ``LanguageScores``.
enum Language: Int, CaseIterable, Sendable {
  case vietnamese
  /// Vietnamese whose diacritics were lost or left out.
  case plainVietnamese
  case english
  case other

  /// Type of the annotation.
  var type: String {
    switch self {
    case .vietnamese: "vi"
    case .plainVietnamese: "vi-plain"
    case .english: "en"
    case .other: "other"
    }
  }
}

/// A number for each language: logarithms of probabilities, in hundredths of a nat.
typealias LanguageScores = SIMD4<Int32>

extension LanguageScores {
  subscript(language: Language) -> Int32 {
    get { self[language.rawValue] }
    set { self[language.rawValue] = newValue }
  }

  /// The sum, up to a number that is the same for all languages: only differences matter, and so held within bounds,
  /// they cannot overflow in a paragraph of any length.
  func adding(_ other: LanguageScores) -> LanguageScores {
    let sum = self &+ other
    return (sum &- LanguageScores(repeating: sum.max())).clamped(
      lowerBound: LanguageScores(repeating: -1 << 28), upperBound: .zero)
  }

  /// The language with the highest score; the first of them if there are several.
  @inline(__always) var best: Language {
    var best = Language.vietnamese
    var score = self[0]
    if self[1] > score { (best, score) = (.plainVietnamese, self[1]) }
    if self[2] > score { (best, score) = (.english, self[2]) }
    return self[3] > score ? .other : best
  }

  /// How far the best score is above the second best, in hundredths of a nat.
  var margin: Int32 {
    let best = best
    var second = Int32.min
    for language in Language.allCases where language != best { second = Swift.max(second, self[language]) }
    return self[best] - second
  }
}

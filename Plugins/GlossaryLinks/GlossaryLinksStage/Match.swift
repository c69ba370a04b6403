import Lexicon

/// How a name of the text met a concept; the raw value stands in the attribute `match`.
enum Match: String, CaseIterable, Sendable {
  case exact
  /// Differs in case only.
  case letterCase = "case"
  /// Differs in the letter that carries the tone mark.
  case tone
  /// The text has lost diacritics.
  case folded
  case abbreviation
  /// The document itself says what the short name stands for.
  case defined
  /// The name is made after a pattern of the lexicon, and has no concept of its own.
  case pattern
  /// Only the name without its unit word is in the lexicon.
  case name

  /// The name of the rule: `link.` and the raw value.
  var rule: String {
    switch self {
    case .exact: "link.exact"
    case .letterCase: "link.case"
    case .tone: "link.tone"
    case .folded: "link.folded"
    case .abbreviation: "link.abbreviation"
    case .defined: "link.defined"
    case .pattern: "link.pattern"
    case .name: "link.name"
    }
  }

  init(_ strength: MatchStrength, isAbbreviation: Bool) {
    switch strength {
    case .exact: self = isAbbreviation ? .abbreviation : .exact
    case .letterCase: self = .letterCase
    case .tonePlacement: self = .tone
    default: self = .folded
    }
  }

  /// How sure the match is by itself.
  var score: Double {
    switch self {
    case .exact: 1
    case .defined: 0.97
    case .abbreviation: 0.95
    case .tone: 0.95
    case .letterCase: 0.9
    case .pattern: 0.85
    case .name: 0.8
    case .folded: 0.75
    }
  }
}

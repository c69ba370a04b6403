/// How far the text agrees with the form that the lexicon holds.
///
/// Ordered: a stronger match is greater.
///
/// Normal form (NFC or NFD), the kind of apostrophe, and hyphens or line breaks between words never weaken a match.
public enum MatchStrength: UInt8, Sendable, CaseIterable, Comparable {
  /// Same letters without diacritics, but the text has a diacritic that the form has not: `bạn` and `Ban`. Another word
  /// in Vietnamese, so it is reported only where asked for.
  case conflicting
  /// The text has lost diacritics, all or some: `Ha Noi`, `Viêt Nam`.
  case folded
  /// Differs in the letter that carries the tone mark, and perhaps in case: `Hoà`, `Hòa`.
  case tonePlacement
  /// Differs in case only.
  case letterCase
  case exact

  public static func < (lhs: MatchStrength, rhs: MatchStrength) -> Bool { lhs.rawValue < rhs.rawValue }

  /// Lower case with hyphens, as in output: `exact`, `letter-case`, `tone-placement`, `folded`, `conflicting`.
  public var name: String {
    switch self {
    case .conflicting: "conflicting"
    case .folded: "folded"
    case .tonePlacement: "tone-placement"
    case .letterCase: "letter-case"
    case .exact: "exact"
    }
  }
}

extension MatchStrength: CustomStringConvertible {
  public var description: String { name }
}

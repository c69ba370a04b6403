public import StageKit

/// A stretch of text that the lexicon knows, with everything it may stand for.
public struct LexiconMatch: Sendable {
  /// Bytes of the text, from the first to the last word of the form; a possessive `'s` behind it is outside.
  public let range: TextRange
  /// Number of words and punctuation marks in it.
  public let wordCount: Int
  /// At least one, in the order in which the lexicon was built.
  ///
  /// A concept stands here once for each of its forms that folds to this text. A slice of a buffer that is used again:
  /// cheap to read, copied only if it is kept.
  public let candidates: ArraySlice<LexiconCandidate>

  /// The strongest of the candidates; the first of them if several are equal.
  public var strength: MatchStrength {
    var best = MatchStrength.conflicting
    for candidate in candidates where candidate.strength > best { best = candidate.strength }
    return best
  }
}

/// One thing that a stretch of text may stand for.
public struct LexiconCandidate: Sendable, Equatable {
  public enum Kind: Sendable, Equatable, Hashable {
    /// A name of the concept with this index.
    case concept(Int)
    case cue(Int)
    /// The literal `segment` of the pattern with index `pattern`.
    case patternLiteral(pattern: Int, segment: Int)
    /// The adjective of a country or region: `Belgian`. The index is that of its concept.
    case demonym(Int)
  }

  public let kind: Kind
  /// Which column the form stands in; ``FormKind/other`` for cues and demonyms.
  public let form: FormKind
  public let language: FormLanguage
  public let strength: MatchStrength
  public let isCautious: Bool
  /// Number of the form in the lexicon; ``Lexicon/surface(of:)`` gives its text.
  public let entry: Int
}

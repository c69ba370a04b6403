public import StageKit

/// A word, a number, or a piece of punctuation, as UAX #29 cuts text.
public struct Word: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Has at least one letter: `Nội`, `COVID19`, `don't`.
    case letters
    /// Digits without letters: `1.234,5`.
    case number
    /// Neither: punctuation, symbols.
    case other
  }

  /// Bytes of the text.
  public let range: TextRange
  public let kind: Kind

  public init(range: TextRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

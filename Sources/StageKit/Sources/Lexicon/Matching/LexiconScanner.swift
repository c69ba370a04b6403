public import StageKit

/// Scans one text after the other for the forms that a filter wants, and remembers the words it has met.
///
/// For those who scan many texts: it finds what ``Lexicon/forEachMatch(in:_:minimum:filter:_:)`` finds. One thread at a
/// time may use it.
public final class LexiconScanner {
  private let lexicon: Lexicon
  private let filter: LexiconFilter
  private let minimum: MatchStrength
  private let words = WordMemory()

  /// - Parameter filter: made for this lexicon.
  /// - Parameter minimum: weaker candidates are left out.
  public init(_ lexicon: Lexicon, _ filter: LexiconFilter, minimum: MatchStrength = .folded) {
    self.lexicon = lexicon
    self.filter = filter
    self.minimum = minimum
  }

  /// Reports every stretch of the range that folds to a form, in document order: by start, the longer first.
  ///
  /// A stretch may turn out to have no candidates.
  /// - Parameter range: must lie inside the text and on scalar boundaries.
  public func forEachStretch(in text: Text, _ range: TextRange, _ body: (LexiconStretch) -> Void) {
    precondition(range.end <= text.count, "the range \(range) reaches outside the text, which has \(text.count) bytes")
    text.bytes.withUnsafeBufferPointer { bytes in
      withExtendedLifetime(self) {
        Scanner.scan(lexicon.image, bytes, range, minimum, filter.tables, words.entries, body)
      }
    }
  }
}

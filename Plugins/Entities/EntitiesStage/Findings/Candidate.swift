import Lexicon
import StageKit

/// A possible entity, before the stage decides between overlapping ones.
struct Candidate {
  var range: TextRange
  var type: EntityType
  var rule: Rule
  var score: Double
  /// How a lexicon name matched; `nil` for what rules made up.
  var strength: Strength?
  /// Stretch of ``Findings/concepts``.
  var concepts: Range<Int> = 0..<0
  /// Index of the pattern; -1 for none.
  var pattern: Int32 = -1
  /// ISO 8601 date or interval, for dates that leave no doubt.
  var iso: DateValue?
  var isoEnd: DateValue?
}

/// What rules have found in a document so far.
struct Findings {
  var candidates: [Candidate] = []
  var concepts: [Int32] = []

  mutating func append(_ list: Buffer<Int32>, _ hit: Hit) {
    concepts.append(contentsOf: UnsafeBufferPointer(start: list.start + Int(hit.index), count: Int(hit.count)))
  }
}

import StageKit

/// A possible entity, before the stage decides between overlapping ones.
///
/// Small, as there are many.
struct Candidate {
  /// Token indices on the page, half open.
  var start: Int32
  var end: Int32
  var score: Float
  /// Concepts of the lexicon that bear the name.
  var concepts = ConceptSpan.none
  /// Index of the pattern; -1 for none.
  var pattern: Int32 = -1
  /// Place in ``Findings/dates``; -1 for none.
  var date: Int32 = -1
  var type: EntityType
  var rule: Rule
  /// How a lexicon name matched; `nil` for what rules made up.
  var strength: Strength?

  init(_ type: EntityType, _ start: Int, _ end: Int, _ rule: Rule, _ score: Double) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.type = type
    self.rule = rule
    self.score = Float(score)
  }

  var length: Int { Int(end - start) }
}

/// A stretch of ``Page/concepts``.
struct ConceptSpan {
  var start: Int32
  var count: Int32

  static let none = ConceptSpan(start: 0, count: 0)
}

/// What rules have found on a page so far.
struct Findings {
  var candidates: [Candidate] = []
  /// What dates say, with the end of a range.
  var dates: [(from: DateValue, to: DateValue?)] = []

  mutating func removeAll() {
    candidates.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
  }
}

/// A word with what it says, and how deep the cut before it is.
struct ScannedWord {
  /// What lies between a word and the one before.
  enum Gap: UInt8, Comparable {
    case none, clause, sentence

    static func < (lhs: Gap, rhs: Gap) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var start: Int
  var end: Int
  var `class`: WordClass
  var gap: Gap
  var isCapitalised: Bool
}

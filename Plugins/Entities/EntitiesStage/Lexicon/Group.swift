import Lexicon

/// The concepts of one class behind a match: those of the strongest forms, at most ``Group/limit``.
struct Group {
  var strength = Strength.conflicting
  var isCautious = true
  var isAbbreviation = true
  var count = 0
  let members: UnsafeMutablePointer<Int32>

  static let limit = 64

  /// Who makes one must deallocate its members.
  init() {
    members = .allocate(capacity: Self.limit)
    members.initialize(repeating: 0, count: Self.limit)
  }

  mutating func add(_ candidate: LexiconCandidate, _ new: Strength, _ index: Int) {
    if count > 0, new < strength { return }
    if count == 0 || new > strength {
      strength = new
      isCautious = true
      isAbbreviation = true
      count = 0
    }
    if !candidate.isCautious { isCautious = false }
    if !candidate.form.isAbbreviation { isAbbreviation = false }
    if count == Self.limit || (count > 0 && members[count - 1] == Int32(truncatingIfNeeded: index)) { return }
    members[count] = Int32(truncatingIfNeeded: index)
    count += 1
  }
}

/// A concept that a name may stand for.
struct LinkCandidate: Hashable {
  var concept: Int
  var match: Match
  var score: Double

  // Without the match, which hashes as a string.
  func hash(into hasher: inout Hasher) {
    hasher.combine(concept)
    hasher.combine(score)
  }
}

/// A name of the document, with all that it may stand for.
struct Mention {
  /// Index into the names of the document.
  var name: Int
  var reading: NameReading
}

/// A concept that a name may stand for.
struct LinkCandidate: Equatable {
  var concept: Int
  var match: Match
  var score: Double
}

/// A name of the document, with all that it may stand for.
struct Mention {
  /// Index into the entities of the document.
  var entity: Int
  var candidates: [LinkCandidate]
  /// What kind of unit the name says it is: `district`; empty if it says nothing.
  var unit = ""
}

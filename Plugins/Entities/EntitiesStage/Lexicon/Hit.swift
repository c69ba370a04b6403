import Lexicon

/// Something that the lexicon knows about some tokens of a page.
struct Hit {
  enum Kind: UInt8 { case organisation, place, term, demonym, cue, literal }

  /// Token indices, half open.
  var start: Int32
  var end: Int32
  var kind: Kind
  var strength: Strength
  /// The form is also an ordinary word or another name.
  var isCautious = false
  var isAbbreviation = false
  /// For a cue its index; for a literal the index of its pattern; for concepts the first place in ``Page/concepts``.
  var index: Int32
  /// For concepts how many there are; for a literal its segment.
  var count: Int32 = 0

  /// The concepts, if it stands for any.
  var span: ConceptSpan { ConceptSpan(start: index, count: count) }
  var length: Int { Int(end - start) }
}

// The records of a lexicon file. Integers only, laid out in order with natural alignment, so that the mapped file is used
// as it is. Strings are indices into the string table.

/// Entry of the open-addressing table of tokens; a token is known by its place in it.
struct TokenSlot {
  /// Folded bytes 0–7, the first lowest; 0 marks a free slot.
  var low: UInt64 = 0
  /// Folded bytes 8–15, or a hash of all behind the eighth if the token is longer than 16.
  var high: UInt64 = 0
  /// The trie node of forms that begin with the token; 0 if there are none.
  var root: UInt32 = 0
  /// The folded bytes, for a token longer than 16 bytes; 0 for others.
  var long: UInt32 = 0
}

/// A node of the trie: the forms that end here.
struct NodeRecord {
  /// One bit for each next token, chosen by the low bits of its hash.
  var bloom: UInt64 = 0
  var firstEntry: UInt32 = 0
  var entryCount: UInt32 = 0
}

/// Entry of the open-addressing table of trie edges; `child` 0 marks a free slot.
struct EdgeSlot {
  var parent: UInt32 = 0
  var token: UInt32 = 0
  var child: UInt32 = 0
}

/// One form that a node stands for.
struct EntryRecord {
  /// Index of the concept, cue or pattern.
  var target: UInt32 = 0
  /// The form as written, in NFC.
  var surface: UInt32 = 0
  /// ``TokenTraits`` of all its words.
  var markSum: UInt32 = 0
  var capitals: UInt32 = 0
  var marks: UInt16 = 0
  /// Segment of a pattern.
  var segment: UInt16 = 0
  /// ``EntryKind``.
  var kind: UInt8 = 0
  /// Place in `FormKind.allCases`.
  var form: UInt8 = 0
  /// Place in `FormLanguage.allCases`.
  var language: UInt8 = 0
  var isCautious: UInt8 = 0
}

enum EntryKind: UInt8, CaseIterable {
  case concept
  case cue
  case patternLiteral
  case demonym
}

struct ConceptRecord {
  var id: UInt32 = 0
  /// Index into the section of types.
  var type: UInt32 = 0
  var firstForm: UInt32 = 0
  var formCount: UInt32 = 0
  var definitionVi: UInt32 = 0
  var definitionEn: UInt32 = 0
  var parentId: UInt32 = 0
  /// Index of the parent plus 1; 0 if there is none, or it is not in the lexicon.
  var parent: UInt32 = 0
  var validFrom: UInt32 = 0
  var validTo: UInt32 = 0
  var firstSuccessor: UInt32 = 0
  var successorCount: UInt32 = 0
  var note: UInt32 = 0
  var source: UInt32 = 0
  var confidence: UInt32 = 0
}

/// A form of a concept, for those who read the concept.
struct FormRecord {
  var text: UInt32 = 0
  var kind: UInt8 = 0
  var language: UInt8 = 0
  var isCautious: UInt8 = 0
  var padding: UInt8 = 0
}

struct CueRecord {
  var word: UInt32 = 0
  var value: UInt32 = 0
  var note: UInt32 = 0
  var kind: UInt8 = 0
  var language: UInt8 = 0
  var position: UInt8 = 0
  var isWeak: UInt8 = 0
}

struct PatternRecord {
  var id: UInt32 = 0
  var parentId: UInt32 = 0
  var validFrom: UInt32 = 0
  var validTo: UInt32 = 0
  var firstSuccessor: UInt32 = 0
  var successorCount: UInt32 = 0
  var note: UInt32 = 0
  var firstSegment: UInt32 = 0
  var segmentCount: UInt32 = 0
  var language: UInt8 = 0
  var form: UInt8 = 0
  var padding: UInt16 = 0
}

struct SegmentRecord {
  var text: UInt32 = 0
  /// 0 literal, 1 slot.
  var kind: UInt32 = 0
}

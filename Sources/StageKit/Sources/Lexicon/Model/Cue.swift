/// A word that tells what stands beside it: the head of an organisation, the unit of a place, a title, a surname.
public struct Cue: Sendable, Equatable {
  /// As written in the glossary, in NFC; may be several words, and may end with a full stop.
  public var word: String
  public var language: FormLanguage
  public var kind: CueKind
  public var position: CuePosition
  /// Also an ordinary word: needs a second clue.
  public var isWeak: Bool
  /// What the word stands for: the number of a month or weekday, the level of a place, the expansion of an abbreviation.
  public var value: String
  public var note: String

  public init(
    _ word: String, _ kind: CueKind, language: FormLanguage = .any, position: CuePosition = .unstated,
    isWeak: Bool = false, value: String = "", note: String = ""
  ) {
    self.word = word
    self.kind = kind
    self.language = language
    self.position = position
    self.isWeak = isWeak
    self.value = value
    self.note = note
  }
}

/// What a cue word is.
public enum CueKind: String, Sendable, CaseIterable {
  case orgHead = "org-head"
  case placeUnit = "place-unit"
  case title
  case surname
  case givenName = "given-name"
  case abbreviation
  case month
  case weekday
  /// Other words of dates: `ngày`, `quarter`, `cuối`.
  case dateWord = "date-word"
  /// Written with capitals, but not a name by itself.
  case stopCapital = "stop-capital"
}

/// Where a cue word stands, relative to the name or within it.
public enum CuePosition: String, Sendable, CaseIterable {
  case unstated = ""
  case before
  case after
  case both
  case start
  case end
  /// The word is itself the name.
  case whole
  case given
  case middle
}

/// How names of one family are made: `Embassy of {country}`, `Sở {topic} {place}`.
public struct Pattern: Sendable, Equatable {
  public enum Segment: Sendable, Equatable {
    /// Words of the name, without surrounding white space.
    case literal(String)
    /// Name of a slot, without braces.
    case slot(String)
  }

  /// Identifier of the glossary row; several patterns may share it, as a row holds patterns in both languages.
  public var id: String
  public var segments: [Segment]
  public var language: FormLanguage
  /// Which column it stands in.
  public var form: FormKind
  /// Identifier of the concept that all names of the family belong to.
  public var parent: String?
  public var note: String

  public init(
    id: String, segments: [Segment], language: FormLanguage, form: FormKind = .other, parent: String? = nil,
    note: String = ""
  ) {
    self.id = id
    self.segments = segments
    self.language = language
    self.form = form
    self.parent = parent
    self.note = note
  }
}

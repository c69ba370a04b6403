/// How names of one family are made: `Embassy of {country}`, `Sở {topic} {place}`.
public struct Pattern: Sendable, Equatable {
  public enum Segment: Sendable, Equatable {
    /// Words of the name, without surrounding white space.
    case literal(String)
    /// Name of a slot, without braces.
    case slot(String)

    /// The words; `nil` for a slot.
    public var literal: String? {
      if case .literal(let text) = self { return text }
      return nil
    }
  }

  /// Identifier of the glossary row; several patterns may share it, as a row holds patterns in both languages.
  public var id: String
  public var segments: [Segment]
  public var language: FormLanguage
  /// Which column it stands in.
  public var form: FormKind
  /// Identifier of the concept that all names of the family belong to.
  public var parent: String?
  /// As in ``Concept/validFrom``.
  public var validFrom: String?
  public var validTo: String?
  /// Identifiers of the patterns or concepts that took its place.
  public var successors: [String]
  public var note: String

  public init(
    id: String, segments: [Segment], language: FormLanguage, form: FormKind = .other, parent: String? = nil,
    validFrom: String? = nil, validTo: String? = nil, successors: [String] = [], note: String = ""
  ) {
    self.id = id
    self.segments = segments
    self.language = language
    self.form = form
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.successors = successors
    self.note = note
  }
}

/// One thing that has names: an organisation, a place, a term.
public struct Concept: Sendable, Equatable {
  /// Such as `org:molisa`; unique in a lexicon.
  public var id: String
  /// What kind of thing it is, such as `ngo`, `city`, `term`.
  public var type: String
  /// Every name and abbreviation, preferred ones first within their kind.
  public var forms: [Form]
  public var definitionVi: String
  public var definitionEn: String
  /// Identifier of the concept it belongs to: the ministry of a department, the province of a commune.
  public var parent: String?
  /// ISO 8601 date (`2025-07-01`, `2025-07` or `2025`) of the first day; `nil` if not known or always.
  public var validFrom: String?
  /// ISO 8601 date of the last day; `nil` if it still exists.
  public var validTo: String?
  /// Identifiers of what took its place; several if it was divided.
  public var successors: [String]
  public var note: String
  public var source: String
  /// `high`, `medium`, `low` or empty.
  public var confidence: String

  public init(
    id: String, type: String, forms: [Form] = [], definitionVi: String = "", definitionEn: String = "",
    parent: String? = nil, validFrom: String? = nil, validTo: String? = nil, successors: [String] = [],
    note: String = "", source: String = "", confidence: String = ""
  ) {
    self.id = id
    self.type = type
    self.forms = forms
    self.definitionVi = definitionVi
    self.definitionEn = definitionEn
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.successors = successors
    self.note = note
    self.source = source
    self.confidence = confidence
  }

  /// The preferred Vietnamese name; `nil` if there is none.
  public var nameVi: String? { forms.first { $0.kind == .nameVi }?.text }
  /// The preferred English name; `nil` if there is none.
  public var nameEn: String? { forms.first { $0.kind == .nameEn }?.text }
}

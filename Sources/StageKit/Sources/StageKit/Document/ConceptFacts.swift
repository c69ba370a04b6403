/// What is known of a concept that annotations name in their attribute `concept`.
///
/// Kept once a document, in ``Document/concepts``, however often the concept is named. A class: a stage makes the facts
/// of a concept once and hands the same object to every document.
public final class ConceptFacts: Sendable {
  /// Such as `org:molisa`; not empty.
  public let id: String
  /// What kind of thing it is, such as `ministry` or `district`; empty if unknown.
  public let type: String
  public let name: Bilingual
  public let definition: Bilingual
  /// The concept that this one belongs to, by identifier; places have the unit above them.
  public let parent: String?
  /// First and last day, as far as known: `2025-02-28`, `2025-02` or `2025`.
  public let validFrom: String?
  public let validTo: String?
  /// The concepts that took its place, by identifier.
  public let successors: [String]
  /// What else a reader should know.
  public let note: String?

  public init(
    _ id: String, type: String = "", name: Bilingual = Bilingual(), definition: Bilingual = Bilingual(),
    parent: String? = nil, validFrom: String? = nil, validTo: String? = nil, successors: [String] = [],
    note: String? = nil
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.definition = definition
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.successors = successors
    self.note = note
  }

  /// The same in Vietnamese and in English, as far as it is known.
  public struct Bilingual: Sendable, Equatable {
    public let vi: String?
    public let en: String?

    /// An empty string is taken for `nil`.
    public init(vi: String? = nil, en: String? = nil) {
      self.vi = vi?.isEmpty == true ? nil : vi
      self.en = en?.isEmpty == true ? nil : en
    }

    public var isEmpty: Bool { vi == nil && en == nil }
  }
}

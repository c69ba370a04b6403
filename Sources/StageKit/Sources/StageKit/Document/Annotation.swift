/// A typed mark over a stretch of the working text, kept apart from it.
///
/// May nest in others and overlap them.
public struct Annotation: Sendable, Equatable {
  /// Number within the document; the host gives it out, in the order in which annotations are accepted.
  public internal(set) var id = -1
  public let layer: Layer
  /// What kind within the layer, such as `organisation`, `paragraph` or `vi`.
  public let type: String
  /// Bytes of the working text.
  ///
  /// The host moves it when an editor changes the text.
  public internal(set) var range: TextRange
  /// The rule or lexicon entry that fired.
  public let rule: String
  /// How sure the stage is, 0 to 1.
  public let score: Double
  /// The annotation this one is about, by number: a link names its entity here.
  public let target: Int?
  public let attributes: [Attribute]
  /// Index into ``Document/provenance``; the host fills it in.
  public internal(set) var by = -1

  public typealias Attribute = Value.Member

  public init(
    _ layer: Layer, _ type: String, _ range: TextRange, rule: String, score: Double = 1, target: Int? = nil,
    attributes: [Attribute] = []
  ) {
    self.layer = layer
    self.type = type
    self.range = range
    self.rule = rule
    self.score = score
    self.target = target
    self.attributes = attributes
  }

  /// The value of an attribute; `nil` if it is not there.
  public subscript(attribute name: String) -> Value? { attributes.value(of: name) }
}

/// What a stage says of itself.
///
/// The configuration check, `songngu modules`, the reference page, the JSON Schema and part of the tests come from
/// this one value.
public struct StageDescription: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case reader, editor, annotator, writer }

  /// Lower case with hyphens, unique among all modules; the name in the configuration.
  public let id: String
  public let kind: Kind
  /// One line.
  public let summary: String
  /// Some paragraphs for the reference page, in Markdown.
  public let discussion: String
  public let options: [OptionDescription]
  /// Layers that some stage or reader before this one must write.
  public let reads: [Layer]
  public let writes: [Layer]
  public let rules: [RuleDescription]
  /// Whether the pipeline must name a lexicon.
  public let needsLexicon: Bool

  public init(
    _ id: String, _ kind: Kind, _ summary: String, discussion: String = "", options: [OptionDescription] = [],
    reads: [Layer] = [], writes: [Layer] = [], rules: [RuleDescription] = [], needsLexicon: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.summary = summary
    self.discussion = discussion
    self.options = options
    self.reads = reads
    self.writes = writes
    self.rules = rules
    self.needsLexicon = needsLexicon
  }
}

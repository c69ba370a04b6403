/// A rule of a stage: its identifier, and examples that are documentation and test at once.
public struct RuleDescription: Sendable {
  /// As it appears as the reason of an edit, the rule of an annotation or the code of a finding.
  public let id: String
  public let summary: String
  public let examples: [Example]

  public init(_ id: String, _ summary: String, examples: [Example] = []) {
    self.id = id
    self.summary = summary
    self.examples = examples
  }

  /// Text before, and what becomes of it: the edited text, or for annotations the text with `[type: …]` marks.
  public struct Example: Sendable {
    public let before: String
    public let after: String

    public init(_ before: String, _ after: String) {
      self.before = before
      self.after = after
    }

    /// Text that the rule must leave alone.
    public static func untouched(_ text: String) -> Example { Example(text, text) }
  }
}

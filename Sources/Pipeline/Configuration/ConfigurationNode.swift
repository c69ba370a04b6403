/// A value in a configuration file together with the place where it stands.
public struct ConfigurationNode: Sendable {
  public enum Content: Sendable {
    /// The scalar as written, and whether it was quoted: `"5"` is a string, `5` a number.
    case scalar(String, quoted: Bool)
    case list([ConfigurationNode])
    case mapping([(key: ConfigurationNode, value: ConfigurationNode)])
  }

  public let content: Content
  public let position: Position

  /// Line and column, both counted from 1; the column counts Unicode scalars.
  public struct Position: Sendable, Equatable {
    public let line: Int
    public let column: Int
  }

  /// The scalar as written; `nil` for lists and mappings.
  var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// What kind of thing it is, for messages.
  var kind: String {
    switch content {
    case .scalar(let text, let quoted): text.isEmpty && !quoted ? "nothing" : "“\(text.prefix(60))”"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

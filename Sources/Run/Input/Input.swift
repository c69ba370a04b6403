/// One input of a run.
public struct Input: Sendable, Equatable {
  /// The path as the user can name it.
  public let path: InputPath

  public init(path: InputPath) { self.path = path }
  public init(path: String) { self.path = InputPath(path) }

  /// What stands for the path in documents and messages; see ``InputPath/uri``.
  public var uri: String { path.uri }
}

/// What is wrong with a configuration file, and where.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let position: ConfigurationNode.Position?
  /// Full sentences: the offending text, what was expected, what to do.
  public let message: String

  public init(_ file: String, _ position: ConfigurationNode.Position?, _ message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  public var description: String {
    position.map { "\(file):\($0.line):\($0.column): \(message)" } ?? "\(file): \(message)"
  }
}

/// Everything that is wrong with a configuration, in the order of the file.
public struct ConfigurationErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [ConfigurationError]

  public init(_ errors: [ConfigurationError]) { self.errors = errors }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// What `plugin.yaml` says of a module, read before its library is touched.
public struct Manifest: Sendable {
  /// Lower case with hyphens, unique among modules.
  public let module: String
  public let version: String
  public let implementation: Implementation
  /// Identifiers of the stages that the module offers.
  public let stages: [String]

  public enum Implementation: Sendable, Equatable {
    /// File name of a dynamic library, beside the manifest or one folder up.
    case library(String)
    /// A program and its arguments, never empty.
    case command([String])
  }

  private static let keys = ["module", "version", "library", "command", "stages"]

  /// - Throws: ``ConfigurationError``.
  init(contentsOf path: String) throws {
    let root = try ConfigurationFile.read(path)
    guard case .mapping(let pairs) = root.content else {
      throw ConfigurationError(
        path, root.position, "A manifest is a mapping with the keys \(Self.keys.joined(separator: ", ")).")
    }
    var values: [String: ConfigurationNode] = [:]
    for (key, value) in pairs {
      let name = key.scalar ?? ""
      guard Self.keys.contains(name) else {
        throw ConfigurationError(
          path, key.position, "A manifest has no key \(key.kind).\(Suggestion.sentence(for: name, among: Self.keys))")
      }
      values[name] = value
    }
    func word(_ key: String) throws -> String {
      guard let node = values[key], let text = node.scalar, !text.isEmpty else {
        throw ConfigurationError(path, values[key]?.position ?? root.position, "The key “\(key)” needs a value.")
      }
      return text
    }
    func identifier(_ text: String, _ position: ConfigurationNode.Position) throws -> String {
      guard Self.isIdentifier(text) else {
        throw ConfigurationError(
          path, position, "“\(text.prefix(60))” is not an identifier; use lower-case letters, digits and hyphens.")
      }
      return text
    }
    module = try identifier(word("module"), values["module"]?.position ?? root.position)
    version = try word("version")
    switch (values["library"], values["command"]) {
    case (_?, let command?):
      throw ConfigurationError(
        path, command.position, "A manifest has a “library” or a “command”, not both; remove one of them.")
    case (nil, let command?):
      implementation = .command(try Self.command(command, path))
    case (nil, nil):
      throw ConfigurationError(path, root.position, "The manifest needs a “library” or a “command”.")
    case (let node?, nil):
      let library = try word("library")
      guard !library.contains("/"), library != "..", library != "." else {
        throw ConfigurationError(
          path, node.position, "“\(library.prefix(60))” is not a file name; a library lies beside its manifest.")
      }
      implementation = .library(library)
    }
    guard case .list(let items)? = values["stages"]?.content, !items.isEmpty else {
      throw ConfigurationError(
        path, values["stages"]?.position ?? root.position, "The key “stages” needs a list of stage identifiers.")
    }
    stages = try items.map { try identifier($0.scalar ?? "", $0.position) }
  }

  private static func command(_ node: ConfigurationNode, _ path: String) throws -> [String] {
    guard case .list(let items) = node.content, let first = items.first?.scalar, !first.isEmpty else {
      throw ConfigurationError(
        path, node.position,
        "The command is \(node.kind); expected a list of program and arguments, such as [python3, main.py].")
    }
    return try items.map { item in
      guard let text = item.scalar, !text.utf8.contains(0) else {
        throw ConfigurationError(path, item.position, "An item of “command” is \(item.kind); expected text.")
      }
      return text
    }
  }

  static func isIdentifier(_ text: String) -> Bool {
    let isAllowed = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    return isAllowed && !text.isEmpty && text.utf8.count <= 63 && text.utf8.first != UInt8(ascii: "-")
  }
}

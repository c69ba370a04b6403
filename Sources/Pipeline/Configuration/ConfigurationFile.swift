import Foundation
import Yams

/// Reads YAML into nodes with positions.
///
/// The one place that knows Yams.
///
/// Configurations are small and plain, so anchors and aliases (with which a small file can stand for gigabytes), files
/// over a megabyte and nesting beyond 40 levels are refused before they can cost anything.
enum ConfigurationFile {
  static let maximumSize = 1 << 20
  static let maximumDepth = 40

  /// - Throws: ``ConfigurationError``.
  static func read(_ path: String) throws -> ConfigurationNode {
    let bytes: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      bytes = try handle.read(upToCount: maximumSize + 1) ?? Data()
    } catch {
      throw ConfigurationError(path, nil, "The file cannot be read: \(reason(error)).")
    }
    guard bytes.count <= maximumSize else {
      throw ConfigurationError(
        path, nil, "The file is larger than 1 MiB. A configuration has some dozen lines; is this the right file?")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw ConfigurationError(path, nil, "The file is not UTF-8 text.")
    }
    return try parse(text, file: path)
  }

  /// - Throws: ``ConfigurationError``.
  static func parse(_ text: String, file: String) throws -> ConfigurationNode {
    try checkDepth(text, file: file)
    do {
      let parser = try Yams.Parser(yaml: text)
      // Nodes know their anchors only as long as the parser lives.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { throw ConfigurationError(file, nil, "The file is empty.") }
        return try convert(root, file: file, depth: 0)
      }
    } catch let error as YamlError {
      throw translate(error, file: file)
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }

  /// The parser recurses, so depth is bounded before it runs: by brackets, by indentation, by dashes in a row.
  private static func checkDepth(_ text: String, file: String) throws {
    var brackets = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var column = 0
      var opening = 0
      var isLeading = true
      for byte in line.utf8 {
        column += 1
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if isLeading { opening += 1 }
        case UInt8(ascii: " "): if isLeading, column > 4 * maximumDepth { opening = maximumDepth + 1 }
        default: isLeading = false
        }
        if brackets > maximumDepth || opening > maximumDepth {
          throw ConfigurationError(
            file, .init(line: number + 1, column: column),
            "The configuration is nested more than \(maximumDepth) levels deep here; expected three or four.")
        }
      }
    }
  }

  private static func convert(_ node: Node, file: String, depth: Int) throws -> ConfigurationNode {
    let position = ConfigurationNode.Position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if node.anchor != nil {
      throw ConfigurationError(
        file, position, "Anchors and aliases (“&name”, “*name”) are not supported; write the value out.")
    }
    guard depth < maximumDepth else {
      throw ConfigurationError(file, position, "The configuration is nested too deep here.")
    }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let isNull = !quoted && (scalar.string == "~" || scalar.string == "null")
      return ConfigurationNode(
        content: .scalar(isNull ? "" : scalar.string, quoted: quoted), position: position)
    case .sequence(let sequence):
      return ConfigurationNode(
        content: .list(try sequence.map { try convert($0, file: file, depth: depth + 1) }), position: position)
    case .mapping(let mapping):
      let pairs = try mapping.map { pair in
        (
          key: try convert(pair.key, file: file, depth: depth + 1),
          value: try convert(pair.value, file: file, depth: depth + 1)
        )
      }
      return ConfigurationNode(content: .mapping(pairs), position: position)
    case .alias:
      throw ConfigurationError(file, position, "Aliases (“*name”) are not supported; write the value out.")
    }
  }

  private static func translate(_ error: YamlError, file: String) -> ConfigurationError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ConfigurationError(
        file, .init(line: mark.line, column: mark.column), "This is not valid YAML: \(problem).")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return ConfigurationError(
        file, .init(line: context.mark.line, column: context.mark.column),
        "A key stands here more than once: \(duplicates.joined(separator: ", ")).")
    default:
      return ConfigurationError(file, nil, "This is not valid YAML: \(error).")
    }
  }
}

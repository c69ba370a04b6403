/// The words behind the command: positional ones, and `--name value` pairs.
struct Arguments {
  private var words: [String] = []
  private var options: [String: String] = [:]

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--") { options[String(word.dropFirst(2))] = rest.popFirst() ?? "" } else { words.append(word) }
    }
  }

  /// The next positional word.
  /// - Throws: ``BenchFailure`` if there is none.
  mutating func positional(_ what: String) throws -> String {
    guard !words.isEmpty else { throw BenchFailure("Give \(what).\n\n\(usage)") }
    return words.removeFirst()
  }

  mutating func string(_ name: String, default value: String? = nil) throws -> String {
    guard let given = options.removeValue(forKey: name) ?? value else { throw BenchFailure("Give --\(name).") }
    return given
  }

  mutating func integer(_ name: String, default value: Int) throws -> Int {
    let given = try string(name, default: "\(value)")
    guard let number = Int(given), number > 0 else { throw BenchFailure("--\(name) needs a positive number.") }
    return number
  }

  /// - Throws: ``BenchFailure`` if something was given that no one asked for.
  func finish() throws {
    if let word = words.first { throw BenchFailure("Unexpected argument “\(word)”.") }
    if let name = options.keys.min() { throw BenchFailure("Unknown option --\(name).") }
  }
}

/// Why a benchmark cannot run.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

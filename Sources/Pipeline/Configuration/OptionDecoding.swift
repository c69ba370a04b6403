import StageKit

/// Turns what the user wrote for an option into a value of the option's type.
enum OptionDecoding {
  struct Mismatch: Error {
    let position: ConfigurationNode.Position
    let found: String
    var hint = ""
  }

  static func value(_ node: ConfigurationNode, _ type: OptionType) -> Result<Value, Mismatch> {
    func mismatch(_ hint: String = "") -> Result<Value, Mismatch> {
      .failure(Mismatch(position: node.position, found: node.kind, hint: hint))
    }
    switch (type, node.content) {
    case (.boolean, .scalar(let text, false)):
      if ["true", "yes", "on"].contains(text) { return .success(.bool(true)) }
      if ["false", "no", "off"].contains(text) { return .success(.bool(false)) }
      return mismatch()
    case (.integer(let range), .scalar(let text, false)):
      guard let number = Int(text), range.contains(number) else { return mismatch() }
      return .success(.number(Double(number)))
    case (.number(let range), .scalar(let text, false)):
      guard let number = Double(text), range.contains(number) else { return mismatch() }
      return .success(.number(number))
    case (.string, .scalar(let text, _)):
      return .success(.string(text))
    case (.path, .scalar(let text, _)):
      return text.isEmpty || text.utf8.contains(0) ? mismatch() : .success(.string(text))
    case (.choice(let words), .scalar(let text, _)):
      return words.contains(text) ? .success(.string(text)) : mismatch(Suggestion.sentence(for: text, among: words))
    case (.choices(let words), .list(let items)):
      var chosen: [Value] = []
      for item in items {
        guard let text = item.scalar, words.contains(text) else {
          return .failure(
            Mismatch(
              position: item.position, found: item.kind,
              hint: Suggestion.sentence(for: item.scalar ?? "", among: words)))
        }
        if !chosen.contains(.string(text)) { chosen.append(.string(text)) }
      }
      return .success(.list(chosen))
    case (.strings, .list(let items)):
      var texts: [Value] = []
      for item in items {
        guard let text = item.scalar else {
          return .failure(Mismatch(position: item.position, found: item.kind))
        }
        texts.append(.string(text))
      }
      return .success(.list(texts))
    default:
      return mismatch()
    }
  }
}

extension OptionType {
  /// What a user may write, as the end of a sentence.
  var expectation: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .string: "text"
    case .path: "a path"
    case .choice(let words): "one of: \(words.joined(separator: ", "))"
    case .choices(let words): "a list of: \(words.joined(separator: ", "))"
    case .strings: "a list of texts"
    }
  }
}

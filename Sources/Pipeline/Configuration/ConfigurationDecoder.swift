import StageKit

/// Decodes nodes and gathers everything that is wrong, so that a user sees all faults at once.
struct ConfigurationDecoder {
  let file: String
  private(set) var errors: [ConfigurationError] = []

  init(file: String) { self.file = file }

  mutating func report(_ position: ConfigurationNode.Position?, _ message: String) {
    errors.append(ConfigurationError(file, position, message))
  }

  mutating func pairs(_ node: ConfigurationNode, _ what: String) -> [(key: ConfigurationNode, value: ConfigurationNode)]
  {
    if case .mapping(let pairs) = node.content { return pairs }
    report(node.position, "\(what) is \(node.kind); expected a mapping (“key: value”).")
    return []
  }

  mutating func mapping(_ node: ConfigurationNode, _ what: String, keys: [String]) -> [String: ConfigurationNode] {
    var result: [String: ConfigurationNode] = [:]
    for (key, value) in pairs(node, what) {
      let name = key.scalar ?? ""
      if keys.contains(name) {
        result[name] = value
      } else {
        report(
          key.position,
          "Unknown key \(key.kind).\(Suggestion.sentence(for: name, among: keys)) Expected one of: "
            + keys.joined(separator: ", ") + ".")
      }
    }
    return result
  }

  mutating func string(_ node: ConfigurationNode, _ what: String) -> String {
    if let scalar = node.scalar { return scalar }
    report(node.position, "The value of “\(what)” is \(node.kind); expected text.")
    return ""
  }

  mutating func strings(_ node: ConfigurationNode, _ what: String) -> [String] {
    guard case .list(let items) = node.content else {
      report(node.position, "The value of “\(what)” is \(node.kind); expected a list (“[one, two]”).")
      return []
    }
    return items.compactMap { item in
      if let scalar = item.scalar, !scalar.isEmpty { return scalar }
      report(item.position, "An item of “\(what)” is \(item.kind); expected text.")
      return nil
    }
  }

  /// Stage entries: a name, or a mapping of one name to its options.
  mutating func stageEntries(_ node: ConfigurationNode, _ what: String) -> [WrittenPipeline.StageEntry] {
    guard case .list(let items) = node.content else {
      report(
        node.position, "The value of “\(what)” is \(node.kind); expected a list, one line “- name” for each entry.")
      return []
    }
    return items.compactMap { item in
      switch item.content {
      case .scalar(let name, _) where !name.isEmpty:
        return WrittenPipeline.StageEntry(id: name, position: item.position, options: [])
      case .mapping(let pairs) where pairs.count == 1 && pairs[0].key.scalar != nil:
        let value = pairs[0].value
        var options: [(key: ConfigurationNode, value: ConfigurationNode)] = []
        if case .scalar("", _) = value.content {
        } else {
          options = self.pairs(value, "The options of “\(pairs[0].key.scalar ?? "")”")
        }
        return WrittenPipeline.StageEntry(
          id: pairs[0].key.scalar ?? "", position: pairs[0].key.position, options: options)
      default:
        report(
          item.position, "An entry of “\(what)” is \(item.kind); expected “name” or “name: { option: value }”.")
        return nil
      }
    }
  }

  /// The value of an option, checked against its type; `nil` after a report.
  mutating func value(_ node: ConfigurationNode, of option: OptionDescription) -> Value? {
    switch OptionDecoding.value(node, option.type) {
    case .success(let value): return value
    case .failure(let mismatch):
      report(
        mismatch.position,
        "The option “\(option.name)” is \(mismatch.found); expected \(option.type.expectation).\(mismatch.hint)")
      return nil
    }
  }
}

import StageKit

/// What a module says of itself when it is greeted.
struct Hello: Sendable {
  static let protocolName = "songngu.module/1"
  /// The answer as it came; a module gives the same each time it starts.
  let line: [UInt8]
  let module: String
  let version: String
  let unit: OffsetUnit
  let descriptions: [StageDescription]

  static let question: [UInt8] = {
    var json = JSONWriter()
    json.beginObject()
    json.key("type")
    json.string("hello")
    json.key("protocol")
    json.string(protocolName)
    json.endObject()
    json.newLine()
    return json.bytes
  }()

  /// - Throws: ``ModuleFault/otherProtocol(expected:found:)`` or ``MessageFields/Problem``.
  init(_ answer: Value, line: [UInt8]) throws {
    // First of all the version: what else is in the answer depends on it.
    if let found = answer["protocol"]?.string, found != Self.protocolName {
      throw ModuleFault.otherProtocol(expected: Self.protocolName, found: String(found.prefix(60)))
    }
    let fields = try MessageFields(
      answer, "hello", known: ["type", "protocol", "module", "version", "offsets", "stages"])
    _ = try fields.word("protocol")
    module = try fields.word("module")
    version = try fields.word("version")
    unit = try fields.required("offsets", "one of: byte, scalar, utf16") { $0.string.flatMap(OffsetUnit.init) }
    let stages = try fields.list("stages")
    descriptions = try stages.enumerated().map { try Self.stage($1, number: $0) }
    self.line = line
  }

  private static func stage(_ value: Value, number: Int) throws(MessageFields.Problem) -> StageDescription {
    let fields = try MessageFields(
      value, "stage", number: number,
      known: ["id", "kind", "summary", "discussion", "options", "reads", "writes", "rules", "needsLexicon"])
    let id = try identifier(fields, "id")
    let kind = try fields.required("kind", "one of: editor, annotator") {
      $0.string.flatMap(StageDescription.Kind.init)
    }
    guard kind == .editor || kind == .annotator else {
      throw fields.problem(
        "(“\(id)”) is a \(kind.rawValue); the protocol covers editors and annotators, so write it as a library in Swift"
      )
    }
    var options: [OptionDescription] = []
    for (index, option) in try fields.list("options").enumerated() {
      options.append(try Self.option(option, number: index, of: id))
    }
    guard Set(options.map(\.name)).count == options.count else {
      throw fields.problem("(“\(id)”) has two options of one name")
    }
    var rules: [RuleDescription] = []
    for (index, rule) in try fields.list("rules").enumerated() { rules.append(try Self.rule(rule, number: index)) }
    return StageDescription(
      id, kind, try fields.word("summary"), discussion: try fields.optionalString("discussion") ?? "",
      options: options, reads: try fields.strings("reads").map(Layer.init(rawValue:)),
      writes: try fields.strings("writes").map(Layer.init(rawValue:)), rules: rules,
      needsLexicon: try fields.optional("needsLexicon", "true or false", \.bool) ?? false)
  }

  private static func identifier(_ fields: MessageFields, _ name: String) throws(MessageFields.Problem) -> String {
    try fields.required(name, "an identifier of lower-case letters, digits and hyphens") {
      $0.string.flatMap { Manifest.isIdentifier($0) ? $0 : nil }
    }
  }

  private static func rule(_ value: Value, number: Int) throws(MessageFields.Problem) -> RuleDescription {
    let fields = try MessageFields(value, "rule", number: number, known: ["id", "summary", "examples"])
    var examples: [RuleDescription.Example] = []
    for (index, example) in try fields.list("examples").enumerated() {
      let pair = try MessageFields(example, "example", number: index, known: ["before", "after"])
      examples.append(.init(try pair.string("before"), try pair.string("after")))
    }
    return RuleDescription(try fields.word("id"), try fields.word("summary"), examples: examples)
  }

  private static func option(
    _ value: Value, number: Int, of stage: String
  ) throws(MessageFields.Problem) -> OptionDescription {
    let fields = try MessageFields(
      value, "option", number: number, known: ["name", "summary", "type", "default", "minimum", "maximum", "values"])
    let name = try identifier(fields, "name")
    let type: OptionType
    switch try fields.word("type") {
    case "boolean": type = .boolean
    case "string": type = .string
    case "path": type = .path
    case "strings": type = .strings
    case "integer":
      guard let least = try fields.integer("minimum"), let most = try fields.integer("maximum"), least <= most else {
        throw fields.problem("(“\(name)” of “\(stage)”) needs a “minimum” and a “maximum” that is not below it")
      }
      type = .integer(least...most)
    case "number":
      guard let least = try fields.number("minimum"), let most = try fields.number("maximum"), least <= most else {
        throw fields.problem("(“\(name)” of “\(stage)”) needs a “minimum” and a “maximum” that is not below it")
      }
      type = .number(least...most)
    case let kind where kind == "choice" || kind == "choices":
      let values = try fields.strings("values")
      guard !values.isEmpty else { throw fields.problem("(“\(name)” of “\(stage)”) needs “values”") }
      type = kind == "choice" ? .choice(values) : .choices(values)
    case let other:
      throw fields.problem(
        "(“\(name)” of “\(stage)”) has the type “\(other.prefix(60))”; expected one of: boolean, integer, number, "
          + "string, path, choice, choices, strings")
    }
    let standard = try fields.required("default", "a value of the option's type") {
      type.accepts($0) ? $0 : nil
    }
    return OptionDescription(name, try fields.word("summary"), type, default: standard)
  }
}

extension OptionType {
  /// Whether a value is one that the option may have.
  func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.boolean, .bool), (.string, .string), (.path, .string): true
    case (.integer(let range), .number(let number)): Int(exactly: number).map(range.contains) ?? false
    case (.number(let range), .number(let number)): range.contains(number)
    case (.choice(let words), .string(let text)): words.contains(text)
    case (.choices(let words), .list(let items)):
      items.allSatisfy { item in item.string.map(words.contains) ?? false }
    case (.strings, .list(let items)): items.allSatisfy { $0.string != nil }
    default: false
    }
  }
}

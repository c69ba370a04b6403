public import StageKit

/// A JSON Schema of pipeline configurations, for editors, made from the descriptions of the stages.
public enum ConfigurationSchema {
  /// The schema as a value; members are in a fixed order, so that the checked-in file has stable bytes.
  public static func schema(for descriptions: [StageDescription]) -> Value {
    func entries(_ kinds: [StageDescription.Kind], _ summary: String) -> Value {
      let stages = descriptions.filter { kinds.contains($0.kind) }.sorted { $0.id < $1.id }
      let names = object(("enum", .list(stages.map { .string($0.id) })))
      let withOptions = object(
        ("type", "object"), ("minProperties", 1), ("maxProperties", 1), ("additionalProperties", false),
        ("properties", .object(stages.map { .init($0.id, options($0.options, $0.summary)) })))
      return object(
        ("description", .string(summary)), ("type", "array"), ("items", object(("anyOf", .list([names, withOptions])))))
    }
    let strings = object(("type", "array"), ("items", object(("type", "string"))))
    return object(
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "Songngu pipeline"),
      ("type", "object"),
      ("additionalProperties", false),
      ("required", ["pipeline", "output"]),
      (
        "properties",
        object(
          ("pipeline", object(("description", "The name of the pipeline."), ("type", "string"), ("minLength", 1))),
          (
            "input",
            object(
              ("type", "object"), ("additionalProperties", false),
              (
                "properties",
                object(
                  ("paths", described(strings, "Files and folders to read, relative to the working directory.")),
                  ("include", described(strings, "Patterns of file names to read in folders, such as **/*.txt.")),
                  ("exclude", described(strings, "Patterns of file names to leave out.")),
                  ("readers", entries([.reader], "The readers to use; all that are loaded if left out."))
                )
              ))
          ),
          ("lexicon", described(strings, "Glossary files or folders, or one compiled lexicon.")),
          ("stages", entries([.editor, .annotator], "The stages, in the order in which they run.")),
          ("output", entries([.writer], "The writers.")),
          ("limits", options(Limits.options, "What a run grants each document."))
        )
      )
    )
  }

  private static func options(_ options: [OptionDescription], _ summary: String) -> Value {
    object(
      ("description", .string(summary)), ("type", ["object", "null"]), ("additionalProperties", false),
      ("properties", .object(options.map { .init($0.name, property($0)) })))
  }

  private static func property(_ option: OptionDescription) -> Value {
    var members: [(String, Value)] = [("description", .string(option.summary))]
    switch option.type {
    case .boolean: members.append(("type", "boolean"))
    case .integer(let range):
      members += [
        ("type", "integer"), ("minimum", .number(Double(range.lowerBound))),
        ("maximum", .number(Double(range.upperBound))),
      ]
    case .number(let range):
      members += [
        ("type", "number"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
      ]
    case .string, .path: members.append(("type", ["string", "number"]))
    case .choice(let words): members.append(("enum", .list(words.map { .string($0) })))
    case .choices(let words):
      members += [
        ("type", "array"), ("uniqueItems", true), ("items", object(("enum", .list(words.map { .string($0) })))),
      ]
    case .strings: members += [("type", "array"), ("items", object(("type", "string")))]
    }
    members.append(("default", option.defaultValue))
    return .object(members.map { .init($0.0, $0.1) })
  }

  private static func described(_ schema: Value, _ text: String) -> Value {
    guard case .object(let members) = schema else { return schema }
    return .object([.init("description", .string(text))] + members)
  }

  private static func object(_ members: (String, Value)...) -> Value {
    .object(members.map { .init($0.0, $0.1) })
  }
}

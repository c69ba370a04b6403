public import StageKit

/// The reference page of a stage, in Markdown, made from its description.
public enum StageReference {
  public static func page(for stage: StageDescription, module: String) -> String {
    var lines = [
      "<!-- Written by `make generate` from the description of the stage; edit that. -->", "# \(stage.id)", "",
      stage.summary, "",
      "| | |", "|---|---|", "| kind | \(stage.kind.rawValue) |", "| module | `\(module)` |",
      "| reads | \(layers(stage.reads)) |", "| writes | \(layers(stage.writes)) |",
      "| needs a lexicon | \(stage.needsLexicon ? "yes" : "no") |",
    ]
    if !stage.discussion.isEmpty { lines += ["", stage.discussion] }
    lines += ["", "## Options", ""]
    if stage.options.isEmpty {
      lines.append("None.")
    } else {
      lines += ["| option | value | default | meaning |", "|---|---|---|---|"]
      lines += stage.options.map { option in
        "| `\(option.name)` | \(cell(option.type.expectation)) | `\(cell(option.defaultValue.description))` | \(cell(option.summary)) |"
      }
    }
    if !stage.rules.isEmpty {
      lines += ["", "## Rules", "", "The examples are tests."]
      for rule in stage.rules {
        lines += ["", "### `\(rule.id)`", "", rule.summary]
        if rule.examples.isEmpty { continue }
        lines += ["", "| before | after |", "|---|---|"]
        lines += rule.examples.map { example in
          let after = example.before == example.after ? "(unchanged)" : code(example.after)
          return "| \(code(example.before)) | \(after) |"
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The list of all stages.
  public static func index(_ stages: [StageDescription]) -> String {
    var lines = [
      "<!-- Written by `make generate` from the descriptions of the stages; edit those. -->", "# Stages", "",
      "| stage | kind | what it does |", "|---|---|---|",
    ]
    lines += stages.map { "| [\($0.id)](\($0.id).md) | \($0.kind.rawValue) | \(cell($0.summary)) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func layers(_ layers: [Layer]) -> String {
    layers.isEmpty ? "nothing" : layers.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  /// Text as code, with what cannot be seen spelled out.
  private static func code(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown += "⏎"
      case "\t": shown += "⇥"
      case "\r": shown += "␍"
      case "|": shown += "&#124;"
      case "<": shown += "&lt;"
      case "&": shown += "&amp;"
      case " ": shown += "&#32;"
      default:
        let isVisible =
          scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
          && scalar.properties.generalCategory != .spaceSeparator
        let digits = String(scalar.value, radix: 16, uppercase: true)
        if isVisible {
          shown.unicodeScalars.append(scalar)
        } else {
          shown += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }
      }
    }
    return "<code>\(shown)</code>"
  }
}

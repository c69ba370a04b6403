import StageKit

extension ResolvedPipeline {
  /// The pipeline as a configuration file with every default spelled out; it resolves to the same pipeline.
  public var yaml: String {
    var lines: [String] = ["pipeline: \(Self.scalar(name))", "input:"]
    lines.append("  paths: \(Self.list(paths))")
    lines.append("  include: \(Self.list(include))")
    lines.append("  exclude: \(Self.list(exclude))")
    lines.append("  readers:")
    lines += readers.map { "    - \(Self.entry($0))" }
    lines.append("lexicon: \(Self.list(lexicon))")
    lines.append(stages.isEmpty ? "stages: []" : "stages:")
    lines += stages.map { "  - \(Self.entry($0))" }
    lines.append("output:")
    lines += writers.map { "  - \(Self.entry($0))" }
    let limits = limits.written.map { "\($0.name): \($0.value)" }
    lines.append("limits: { \(limits.joined(separator: ", ")) }")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ stage: ResolvedStage) -> String {
    if stage.options.isEmpty { return stage.id }
    let options = stage.options.map { "\($0.name): \(text($0.value))" }
    return "\(stage.id): { \(options.joined(separator: ", ")) }"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .string(let text): scalar(text)
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    default: value.description
    }
  }

  private static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

  /// A scalar that YAML reads back as the same text: plain where that is safe, else double-quoted.
  private static func scalar(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null"]
    if plain, !text.isEmpty, !words.contains(text.lowercased()), text.first != "-" { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

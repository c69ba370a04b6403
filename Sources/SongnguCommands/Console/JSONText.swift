import Foundation
import StageKit

/// JSON for people to read: members in the order given, two spaces a level.
enum JSONText {
  static func pretty(_ value: Value, indent: String = "") -> String {
    let inner = indent + "  "
    switch value {
    case .bool(let flag): return flag ? "true" : "false"
    case .number: return value.description
    case .string(let text): return quoted(text)
    case .list(let values):
      if values.isEmpty { return "[]" }
      let isFlat = values.allSatisfy { if case .string = $0 { true } else { false } }
      if isFlat { return "[" + values.map { pretty($0) }.joined(separator: ", ") + "]" }
      return "[\n" + values.map { inner + pretty($0, indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n"
        + members.map { "\(inner)\(quoted($0.name)): \(pretty($0.value, indent: inner))" }.joined(separator: ",\n")
        + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: text, options: [.fragmentsAllowed, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

public import Foundation

/// Checks JSON values against the part of JSON Schema (draft 2020-12) that the schemas of this project use.
///
/// A keyword that it does not know is a failure of its own, so that no rule of a schema goes unchecked.
public struct JSONSchema {
  private let root: [String: Any]

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description", "default"]

  public init(_ data: Data) throws {
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Failure("the schema is no object")
    }
    self.root = root
  }

  public struct Failure: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
  }

  /// Everything about `value` that the schema forbids, with its path.
  public func failures(_ value: Any) -> [String] {
    var failures: [String] = []
    check(value, root, "$", &failures)
    return failures
  }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String, _ failures: inout [String]) {
    for (keyword, rule) in schema where !Self.annotations.contains(keyword) {
      switch keyword {
      case "$ref":
        guard let name = rule as? String, let target = definition(name) else {
          failures.append("\(path): no definition for \(rule)")
          continue
        }
        check(value, target, path, &failures)
      case "type":
        let types = (rule as? [String]) ?? [rule as? String ?? ""]
        if !types.contains(where: { Self.isOf($0, value) }) { failures.append("\(path): is not of type \(types)") }
      case "const": if !Self.equal(value, rule) { failures.append("\(path): is not \(rule)") }
      case "enum":
        if !((rule as? [Any]) ?? []).contains(where: { Self.equal(value, $0) }) {
          failures.append("\(path): \(value) is none of \(rule)")
        }
      case "required", "properties", "additionalProperties": break
      case "items":
        guard let list = value as? [Any], let items = rule as? [String: Any] else { continue }
        for (index, element) in list.enumerated() { check(element, items, "\(path)[\(index)]", &failures) }
      case "minProperties":
        if let members = value as? [String: Any], members.count < rule as? Int ?? 0 {
          failures.append("\(path): has too few members")
        }
      case "minItems": count(value as? [Any], { $0.count >= $1 }, rule, path, "has too few items", &failures)
      case "maxItems": count(value as? [Any], { $0.count <= $1 }, rule, path, "has too many items", &failures)
      case "minLength":
        if let string = value as? String, let least = rule as? Int, string.unicodeScalars.count < least {
          failures.append("\(path): is too short")
        }
      case "pattern":
        if let string = value as? String, let pattern = rule as? String,
          string.range(of: pattern, options: .regularExpression) == nil
        {
          failures.append("\(path): “\(string)” does not match \(pattern)")
        }
      case "minimum":
        if let number = value as? Double, let least = rule as? Double, number < least {
          failures.append("\(path): \(number) is below \(least)")
        }
      case "maximum":
        if let number = value as? Double, let most = rule as? Double, number > most {
          failures.append("\(path): \(number) is above \(most)")
        }
      default: failures.append("\(path): the check does not know the keyword \(keyword)")
      }
    }
    if let object = value as? [String: Any] { checkMembers(object, schema, path, &failures) }
  }

  private func checkMembers(
    _ object: [String: Any], _ schema: [String: Any], _ path: String, _ failures: inout [String]
  ) {
    for name in (schema["required"] as? [String]) ?? [] where object[name] == nil {
      failures.append("\(path): \(name) is missing")
    }
    let properties = (schema["properties"] as? [String: Any]) ?? [:]
    for (name, member) in object {
      if let rule = properties[name] as? [String: Any] {
        check(member, rule, "\(path).\(name)", &failures)
      } else if schema["additionalProperties"] as? Bool == false {
        failures.append("\(path): \(name) is not allowed")
      }
    }
  }

  private func count(
    _ list: [Any]?, _ fits: ([Any], Int) -> Bool, _ rule: Any, _ path: String, _ complaint: String,
    _ failures: inout [String]
  ) {
    if let list, let limit = rule as? Int, !fits(list, limit) { failures.append("\(path): \(complaint)") }
  }

  private func definition(_ reference: String) -> [String: Any]? {
    guard reference.hasPrefix("#/$defs/"), let definitions = root["$defs"] as? [String: Any] else { return nil }
    return definitions[String(reference.dropFirst("#/$defs/".count))] as? [String: Any]
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "number": value is NSNumber && !isBoolean(value)
    case "integer":
      !isBoolean(value) && ((value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false)
    default: false
    }
  }

  /// JSONSerialization gives booleans and numbers as one class; only booleans are of this Objective-C type.
  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func equal(_ first: Any, _ second: Any) -> Bool {
    if let first = first as? String, let second = second as? String { return first == second }
    if let first = first as? NSNumber, let second = second as? NSNumber { return first == second }
    return first is NSNull && second is NSNull
  }
}

/// A plain value: what options, attributes and metadata are made of, and what JSON can say.
public enum Value: Sendable, Equatable {
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([Value])
  /// Members in the order in which they are written.
  case object([Member])

  public struct Member: Sendable, Equatable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

extension Value {
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var list: [Value]? { if case .list(let value) = self { value } else { nil } }

  /// The member called `name` of an object.
  public subscript(name: String) -> Value? {
    if case .object(let members) = self { members.value(of: name) } else { nil }
  }
}

extension [Value.Member] {
  /// The value of the first member called `name`; `nil` if there is none.
  public func value(of name: String) -> Value? {
    let length = name.utf8.count
    // By index, and lengths first: writers ask several times for each annotation.
    for index in indices where self[index].name.utf8.count == length && self[index].name == name {
      return self[index].value
    }
    return nil
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: CustomStringConvertible {
  /// As YAML flow style would show it.
  public var description: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .string(let value): value
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      "{ " + members.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + " }"
    }
  }
}

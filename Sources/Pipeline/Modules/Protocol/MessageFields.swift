import StageKit

/// The members of one object in an answer, and words for what is wrong with them.
struct MessageFields {
  /// A part of an answer that is not as the protocol has it.
  struct Problem: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  private let members: [Value.Member]
  private let kind: StaticString
  private let number: Int?

  /// - Parameters:
  ///   - kind: what the object is, such as `annotation`.
  ///   - number: which one of a list, from 0.
  ///   - known: the names that the protocol has; any other is refused, since it can only be a slip.
  init(_ value: Value, _ kind: StaticString, number: Int? = nil, known: [String]) throws(Problem) {
    guard case .object(let members) = value else {
      throw Problem("the \(kind)\(number.map { " \($0)" } ?? "") is no object")
    }
    self.members = members
    self.kind = kind
    self.number = number
    for member in members where !known.contains(member.name) {
      throw problem("has no member “\(member.name.prefix(60))”." + Suggestion.sentence(for: member.name, among: known))
    }
  }

  func problem(_ text: String) -> Problem { Problem("the \(kind)\(number.map { " \($0)" } ?? "") \(text)") }

  /// `nil` if the member is not there.
  func optional<Content>(
    _ name: String, _ expected: StaticString, _ content: (Value) -> Content?
  ) throws(Problem) -> Content? {
    guard let value = members.value(of: name) else { return nil }
    guard let content = content(value) else { throw problem("has a “\(name)” that is not \(expected)") }
    return content
  }

  func required<Content>(
    _ name: String, _ expected: StaticString, _ content: (Value) -> Content?
  ) throws(Problem) -> Content {
    guard let content = try optional(name, expected, content) else {
      throw problem("needs the member “\(name)”, \(expected)")
    }
    return content
  }

  func string(_ name: String) throws(Problem) -> String { try required(name, "a string", \.string) }

  /// A string that is not empty.
  func word(_ name: String) throws(Problem) -> String {
    try required(name, "a string that is not empty") { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
  }

  func optionalString(_ name: String) throws(Problem) -> String? { try optional(name, "a string", \.string) }

  func number(_ name: String) throws(Problem) -> Double? { try optional(name, "a number", \.number) }

  func integer(_ name: String) throws(Problem) -> Int? {
    try optional(name, "a whole number") { $0.number.flatMap(Int.init(exactly:)) }
  }

  /// An empty list if the member is not there.
  func list(_ name: String) throws(Problem) -> [Value] { try optional(name, "a list", \.list) ?? [] }

  func strings(_ name: String) throws(Problem) -> [String] {
    try optional(name, "a list of strings") { value in
      value.list.flatMap { list in
        let strings = list.compactMap(\.string)
        return strings.count == list.count ? strings : nil
      }
    } ?? []
  }

  func object(_ name: String) throws(Problem) -> [Value.Member] {
    try optional(name, "an object") { if case .object(let members) = $0 { members } else { nil } } ?? []
  }
}

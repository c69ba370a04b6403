import Lexicon

/// Reads `Embassy of {country} in {place}`.
enum PatternParser {
  /// What may fill a gap.
  static let slots = ["place", "country", "adjective", "org", "name", "field", "n", "topic"]

  /// The segments, or what is wrong: a code, and full sentences.
  static func parse(_ text: String) -> Result<[Pattern.Segment], PatternFault> {
    var segments: [Pattern.Segment] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        return .failure(
          PatternFault("unbalanced-brace", "“\(excerpt(text))” has a brace without its partner. Write “{place}”."))
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard slots.contains(name) else {
        let nearest = nearest(to: name.lowercased(), in: slots).map { " Did you mean “{\($0)}”?" } ?? ""
        return .failure(
          PatternFault(
            "unknown-slot",
            "“\(excerpt(text))” has the gap “{\(excerpt(name))}”.\(nearest) The gaps are "
              + slots.map { "{\($0)}" }.joined(separator: " ") + "."))
      }
      append(rest[..<open], to: &segments)
      segments.append(.slot(name))
      rest = rest[rest.index(after: close)...]
    }
    append(rest, to: &segments)
    return check(segments, text)
  }

  private static func append(_ literal: Substring, to segments: inout [Pattern.Segment]) {
    let literal = trim(String(literal))
    if !literal.isEmpty { segments.append(.literal(literal)) }
  }

  private static func check(
    _ segments: [Pattern.Segment], _ text: String
  ) -> Result<[Pattern.Segment], PatternFault> {
    var hasSlot = false
    var hasWord = false
    for segment in segments {
      switch segment {
      case .slot: hasSlot = true
      case .literal(let literal): hasWord = hasWord || LexiconBuilder.fault(ofForm: literal) == nil
      }
    }
    guard hasSlot else {
      return .failure(
        PatternFault(
          "pattern-without-slot",
          "“\(excerpt(text))” has no gap such as {place}. Put it under an organisation or place."))
    }
    guard hasWord else {
      return .failure(
        PatternFault(
          "pattern-without-literal", "“\(excerpt(text))” has no words beside its gaps, and would match anything."))
    }
    return .success(segments)
  }
}

struct PatternFault: Error {
  let code: String
  let message: String

  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }
}

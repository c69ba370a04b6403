import StageKit

/// The answer to “process”, as far as it can be judged without the stage's description.
struct ResultMessage {
  /// More reasons in one answer are a mistake: reasons are names of rules.
  static let mostReasons = 1000

  let edits: EditList
  let annotations: [Annotation]
  let findings: [Finding]
  let concepts: [ConceptFacts]
  let metadata: [Value.Member]

  /// - Parameter kind: an annotator has no edits, an editor has nothing but edits and findings.
  /// - Throws: ``ModuleFault/failed(_:)`` if the stage says that it could not, ``MessageFields/Problem`` or `EditError`.
  init(_ answer: Value, id: Int, kind: StageDescription.Kind, _ offsets: OffsetConverter) throws {
    let own = kind == .editor ? ["edits"] : ["annotations", "concepts", "metadata"]
    let isFailure = answer["type"]?.string == "failed"
    let fields = try MessageFields(
      answer, isFailure ? "failed" : "result",
      known: ["type", "id"] + (isFailure ? ["reason"] : own + ["findings"]))
    guard let answered = try fields.integer("id"), answered == id else {
      throw fields.problem("is about document \(answer["id"].map { "\($0)" } ?? "none"), expected \(id)")
    }
    if isFailure { throw ModuleFault.failed(try fields.word("reason")) }
    edits = try Self.edits(fields.list("edits"), offsets)
    annotations = try fields.list("annotations").enumerated().map { try Self.annotation($1, number: $0, offsets) }
    findings = try fields.list("findings").enumerated().map { try Self.finding($1, number: $0, offsets) }
    concepts = try fields.object("concepts").map(Self.concept)
    metadata = try fields.object("metadata")
  }

  private static func range(_ fields: MessageFields, _ offsets: OffsetConverter) throws -> TextRange? {
    guard let value = try fields.optional("range", "a list", { $0.list == nil ? nil : $0 }) else { return nil }
    switch offsets.range(value) {
    case .success(let range): return range
    case .failure(let problem): throw fields.problem("cannot be used: \(problem.text)")
    }
  }

  private static func requiredRange(_ fields: MessageFields, _ offsets: OffsetConverter) throws -> TextRange {
    guard let range = try range(fields, offsets) else {
      throw fields.problem("needs the member “range”, a list of start and end")
    }
    return range
  }

  private static func annotation(_ value: Value, number: Int, _ offsets: OffsetConverter) throws -> Annotation {
    let fields = try MessageFields(
      value, "annotation", number: number,
      known: ["layer", "type", "range", "rule", "score", "target", "attributes"])
    return Annotation(
      Layer(rawValue: try fields.word("layer")), try fields.word("type"), try requiredRange(fields, offsets),
      rule: try fields.word("rule"), score: try fields.number("score") ?? 1, target: try fields.integer("target"),
      attributes: try fields.object("attributes"))
  }

  private static func finding(_ value: Value, number: Int, _ offsets: OffsetConverter) throws -> Finding {
    let fields = try MessageFields(
      value, "finding", number: number, known: ["severity", "code", "range", "message"])
    let severity = try fields.required("severity", "one of: info, warning, error") {
      $0.string.flatMap(Finding.Severity.init)
    }
    return Finding(severity, try fields.word("code"), try range(fields, offsets), try fields.word("message"))
  }

  private static func concept(_ member: Value.Member) throws -> ConceptFacts {
    let fields = try MessageFields(
      member.value, "concept",
      known: ["type", "name", "definition", "parent", "validFrom", "validTo", "successors", "note"])
    guard !member.name.isEmpty else { throw fields.problem("has no identifier") }
    func bilingual(_ name: String) throws -> ConceptFacts.Bilingual {
      let both = try MessageFields(.object(fields.object(name)), "name or definition", known: ["vi", "en"])
      return try .init(vi: both.optionalString("vi"), en: both.optionalString("en"))
    }
    return ConceptFacts(
      member.name, type: try fields.optionalString("type") ?? "", name: try bilingual("name"),
      definition: try bilingual("definition"), parent: try fields.optionalString("parent"),
      validFrom: try fields.optionalString("validFrom"), validTo: try fields.optionalString("validTo"),
      successors: try fields.strings("successors"), note: try fields.optionalString("note"))
  }

  private static func edits(_ values: [Value], _ offsets: OffsetConverter) throws -> EditList {
    var list = EditList()
    var reasons: [String: EditList.ReasonIndex] = [:]
    for (number, value) in values.enumerated() {
      let fields = try MessageFields(
        value, "edit", number: number, known: ["range", "replacement", "reason", "score"])
      let name = try fields.word("reason")
      if reasons[name] == nil {
        guard reasons.count < mostReasons else {
          throw fields.problem("has one reason too many; an answer may have \(mostReasons)")
        }
        reasons[name] = list.reason(name)
      }
      guard let reason = reasons[name] else { continue }
      try list.replace(
        requiredRange(fields, offsets), with: try fields.string("replacement").utf8, reason,
        score: try fields.number("score") ?? 1)
    }
    return list
  }
}

public import StageKit

/// Builds documents for tests of writers, with places named by the words that stand there.
public struct DocumentBuilder {
  public private(set) var document: Document

  public init(_ text: String, id: String = "0a1b2c3d", uri: String = "reports/test.txt", metadata: [Value.Member] = [])
  {
    let text = Text(text)
    var source = StageTrial.source(text.bytes, uri: uri)
    source.mediaType = "text/plain"
    source.encoding = "utf-8"
    document = Document(
      id: id, source: source, text: text, alignment: Alignment(identity: text.count), metadata: metadata)
  }

  public mutating func enter(_ stage: String, options: [Value.Member] = []) -> Int {
    document.enter(
      Provenance(
        stage: stage, module: stage, version: "0.1.0", digest: "sha256:" + String(repeating: "0", count: 64),
        options: options))
  }

  /// Where `words` first stand at or behind byte `from`.
  public func place(_ words: String, from: Int = 0) -> TextRange {
    let bytes = Array(words.utf8)
    let text = document.text.bytes
    var start = from
    while start + bytes.count <= text.count {
      if text[start..<start + bytes.count].elementsEqual(bytes) { return TextRange(start, start + bytes.count) }
      start += 1
    }
    preconditionFailure("“\(words)” is not in the text")
  }

  /// Replaces each first string, in order, by the second.
  public mutating func edit(
    _ stage: String, _ changes: [(String, String)], reason: String, findings: [Finding] = []
  ) throws {
    var edits = EditList()
    let index = edits.reason(reason)
    var from = 0
    for (before, after) in changes {
      let range = place(before, from: from)
      try edits.replace(range, with: after.utf8, index, score: 0.97)
      from = range.end
    }
    try apply(stage, EditResult(edits: edits, findings: findings))
  }

  public mutating func apply(_ stage: String, _ result: EditResult) throws {
    try document.apply(result, by: enter(stage))
  }

  @discardableResult
  public mutating func annotate(
    _ stage: String, _ annotations: [Annotation], findings: [Finding] = [], concepts: [ConceptFacts] = [],
    metadata: [Value.Member] = []
  ) throws -> [Int] {
    let known = Set(document.annotations.map(\.id))
    let by = enter(stage)
    try document.apply(
      AnnotationResult(annotations: annotations, findings: findings, concepts: concepts, metadata: metadata),
      declared: Array(Set(annotations.map(\.layer))), by: by)
    return document.annotations.map(\.id).filter { !known.contains($0) }.sorted()
  }

  public mutating func set(_ outcome: Outcome) { document.outcome = outcome }
  public mutating func add(_ finding: Finding) { document.add(finding) }
}

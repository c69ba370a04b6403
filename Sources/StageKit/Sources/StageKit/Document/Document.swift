/// What a run works on: text, its alignment to the source, annotations, metadata, findings, and who did what.
///
/// A value. A stage reads it and returns edits or annotations; only the host applies them, through
/// ``apply(_:by:)-(EditResult,_)`` and ``apply(_:declared:by:)``, which check everything first.
public struct Document: Sendable {
  /// Stable identifier: derived from the source's digest and the document's number within the source.
  public let id: String
  public let source: Source
  public private(set) var text: Text
  public private(set) var alignment: Alignment
  /// Sorted in document order: by start, longer first, then by number.
  public private(set) var annotations: [Annotation] = []
  /// What is known of the concepts that annotations name.
  public private(set) var concepts = ConceptTable()
  public private(set) var findings: [Finding] = []
  public private(set) var edits = EditHistory()
  public private(set) var metadata: [Value.Member]
  public private(set) var provenance: [Provenance] = []
  public var outcome = Outcome.ok
  private var nextAnnotation = 0

  public init(id: String, source: Source, text: Text, alignment: Alignment, metadata: [Value.Member] = []) {
    precondition(alignment.textLength == text.count, "the alignment must cover the text")
    self.id = id
    self.source = source
    self.text = text
    self.alignment = alignment
    self.metadata = metadata
  }

  /// The main language, once a stage has found it: `vi`, `vi-plain`, `en` or `other`.
  public var language: String? { metadata.first { $0.name == "language" }?.value.string }

  /// The annotations of one layer, in document order.
  public func annotations(in layer: Layer) -> [Annotation] { annotations.filter { $0.layer == layer } }

  /// Enters a stage into the provenance table and returns its index.
  public mutating func enter(_ entry: Provenance) -> Int {
    provenance.append(entry)
    return provenance.count - 1
  }

  /// Records a problem that the host itself found.
  public mutating func add(_ finding: Finding, by index: Int = -1) {
    var finding = finding
    finding.by = index
    findings.append(finding)
  }

  /// Applies what an editor returned: replaces the text, composes the alignment, moves annotations and findings.
  ///
  /// Annotations whose inside was edited survive; those whose whole text was deleted are dropped.
  /// - Throws: ``ContractViolation`` if the edits cannot be applied; the document is then as it was.
  public mutating func apply(_ result: EditResult, by index: Int) throws(ContractViolation) {
    try check(result.findings)
    if let edit = result.edits.entries.firstIndex(where: { !(0...1).contains($0.score) }) {
      throw .badScore("edit \(result.edits[edit].reason)", result.edits[edit].score)
    }
    if !result.edits.isEmpty {
      let newText: Text
      do {
        newText = try result.edits.apply(to: text)
      } catch {
        throw .edits(error)
      }
      edits.append(result.edits, to: text, alignment: alignment, by: index)
      alignment = alignment.applying(result.edits)
      text = newText
      annotations = annotations.compactMap { annotation in
        guard let range = result.edits.move(annotation.range) else { return nil }
        var moved = annotation
        moved.range = range
        return moved
      }
      annotations.sort(by: Self.inDocumentOrder)
      for number in findings.indices {
        if let range = findings[number].range { findings[number].range = result.edits.move(range) }
      }
    }
    // An editor states its findings over the text it was given.
    for finding in result.findings {
      var finding = finding
      if let range = finding.range { finding.range = result.edits.move(range) }
      add(finding, by: index)
    }
  }

  /// Applies what an annotator returned, after checking that each annotation lies inside the text, on character
  /// boundaries and in a layer that the stage declares to write, and that each concept has an identifier.
  ///
  /// - Throws: ``ContractViolation`` naming the first thing that breaks a rule; the document is then as it was.
  public mutating func apply(
    _ result: AnnotationResult, declared: [Layer], by index: Int
  ) throws(ContractViolation) {
    try check(result.findings)
    // By index, to copy each annotation once.
    for number in result.annotations.indices { try check(result.annotations[number], declared) }
    if result.concepts.contains(where: { $0.id.isEmpty }) { throw .namelessConcept }
    let known = annotations.count
    annotations.append(contentsOf: result.annotations)
    for number in known..<annotations.count {
      annotations[number].id = nextAnnotation
      annotations[number].by = index
      nextAnnotation += 1
    }
    annotations.mergeInDocumentOrder(from: known)
    for concept in result.concepts { concepts.add(concept) }
    for finding in result.findings { add(finding, by: index) }
    for member in result.metadata {
      metadata.removeAll { $0.name == member.name }
      metadata.append(member)
    }
  }

  private func check(_ annotation: borrowing Annotation, _ declared: [Layer]) throws(ContractViolation) {
    guard declared.contains(annotation.layer) else {
      throw .undeclaredLayer(annotation.layer, declared: declared)
    }
    let type = annotation.type
    let layer = annotation.layer
    try check(annotation.range, what: "\(layer) annotation of type \(type)")
    guard (0...1).contains(annotation.score) else { throw .badScore("annotation of type \(type)", annotation.score) }
    if let target = annotation.target, target < 0 || target >= nextAnnotation { throw .unknownTarget(target) }
  }

  private func check(_ findings: [Finding]) throws(ContractViolation) {
    for finding in findings {
      if let range = finding.range { try check(range, what: "finding \(finding.code)") }
    }
  }

  private func check(_ range: TextRange, what: @autoclosure () -> String) throws(ContractViolation) {
    guard range.end <= text.count else { throw .outsideText(what(), range, length: text.count) }
    guard text.isScalarBoundary(range.start), text.isScalarBoundary(range.end) else {
      throw .splitsScalar(what(), range)
    }
  }

  private static func inDocumentOrder(_ first: Annotation, _ second: Annotation) -> Bool {
    first.range != second.range ? first.range < second.range : first.id < second.id
  }
}

/// A stage that marks the text: it returns annotations, and the host checks and stores them.
public protocol Annotator: Sendable {
  /// Returns annotations and findings over the text of `document`. A pure function of the document and the options.
  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult
}

/// What an annotator returns.
public struct AnnotationResult: Sendable {
  public var annotations: [Annotation]
  public var findings: [Finding]
  /// What is known of the concepts that the annotations name in their attribute `concept`; in any order.
  ///
  /// Facts of a concept that the document knows already replace what was known of it.
  public var concepts: [ConceptFacts]
  /// Facts about the document as a whole, such as its `language`; they replace members of the same name.
  public var metadata: [Value.Member]

  public init(
    annotations: [Annotation] = [], findings: [Finding] = [], concepts: [ConceptFacts] = [],
    metadata: [Value.Member] = []
  ) {
    self.annotations = annotations
    self.findings = findings
    self.concepts = concepts
    self.metadata = metadata
  }
}

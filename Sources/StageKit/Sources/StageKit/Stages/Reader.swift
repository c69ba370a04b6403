/// Turns a source into documents.
public protocol Reader: Sendable {
  /// How sure the reader is, from the content, that it can read this source: 0 (no) to 1. Must be quick.
  func claim(_ source: Source) -> Double

  /// Reads the documents in a source.
  /// - Throws: any error with a `description` that tells the user what is wrong and where; the input is then rejected.
  func read(_ source: Source, _ context: StageContext) throws -> [ReadResult]
}

/// One document as a reader delivers it.
public struct ReadResult: Sendable {
  public var text: Text
  /// From the text to the parts of the source.
  public var alignment: Alignment
  /// What the reader found out about the source: media type, encoding, parts inside.
  ///
  /// `nil` leaves the source as it is.
  public var source: Source?
  /// In ``Layer/block`` and whatever other layers the reader declares.
  public var annotations: [Annotation]
  public var findings: [Finding]
  public var metadata: [Value.Member]

  public init(
    text: Text, alignment: Alignment, source: Source? = nil, annotations: [Annotation] = [], findings: [Finding] = [],
    metadata: [Value.Member] = []
  ) {
    self.text = text
    self.alignment = alignment
    self.source = source
    self.annotations = annotations
    self.findings = findings
    self.metadata = metadata
  }
}

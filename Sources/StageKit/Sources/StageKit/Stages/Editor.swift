/// A stage that may change the text: it returns edits, and the host applies them.
public protocol Editor: Sendable {
  /// Returns edits and findings over the text of `document`. A pure function of the document and the stage's options.
  func edit(_ document: Document, _ context: StageContext) throws -> EditResult
}

/// What an editor returns.
///
/// All ranges are over the text it was given.
public struct EditResult: Sendable {
  public var edits: EditList
  public var findings: [Finding]

  public init(edits: EditList = EditList(), findings: [Finding] = []) {
    self.edits = edits
    self.findings = findings
  }
}

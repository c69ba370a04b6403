/// A problem in a document, as a value.
///
/// Not an error: the document goes on.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable { case info, warning, error }

  public let severity: Severity
  /// Stable code, `stage.kebab-case`, such as `cleanup.truncated-paragraph`.
  public let code: String
  /// Bytes of the working text; `nil` if it concerns the document as a whole.
  ///
  /// The host moves it.
  public internal(set) var range: TextRange?
  /// Full sentences that name the offending thing.
  public let message: String
  /// Index into ``Document/provenance``; the host fills it in.
  public internal(set) var by = -1

  public init(_ severity: Severity, _ code: String, _ range: TextRange?, _ message: String) {
    self.severity = severity
    self.code = code
    self.range = range
    self.message = message
  }
}

/// What became of an input.
///
/// Every input of a run has exactly one.
public enum Outcome: String, Sendable, CaseIterable {
  case ok
  case okWithFindings = "ok-with-findings"
  /// A stage failed; the document was delivered without that stage's work.
  case partial
  case stageFailed = "stage-failed"
  case timeout
  case outOfMemory = "out-of-memory"
  case crash
  /// Unreadable, or over a limit.
  case rejected
  case unchanged

  /// Whether the input gave a complete document.
  public var isSuccess: Bool {
    switch self {
    case .ok, .okWithFindings, .unchanged: true
    case .partial, .stageFailed, .timeout, .outOfMemory, .crash, .rejected: false
    }
  }
}

/// What ended one attempt at an input before its time.
public struct Fault: Error, Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The stage threw, or broke its contract.
    case stageFailed = "stage-failed"
    case timeout
    case outOfMemory = "out-of-memory"
    case crash
  }

  public let kind: Kind
  /// The reader, stage or writer that was at work; `nil` if none was.
  public let stage: String?
  /// What happened, as full sentences for a person.
  public let detail: String

  public init(_ kind: Kind, stage: String?, _ detail: String) {
    self.kind = kind
    self.stage = stage
    self.detail = detail
  }
}

public import StageKit

/// What ended one attempt at an input before its time, or cost a document the work of a stage.
public struct Fault: Error, Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The stage threw, or broke its contract.
    case stageFailed = "stage-failed"
    case timeout
    case outOfMemory = "out-of-memory"
    case crash

    /// The outcome of an input that could not be delivered because of it.
    public var outcome: Outcome {
      switch self {
      case .stageFailed: .stageFailed
      case .timeout: .timeout
      case .outOfMemory: .outOfMemory
      case .crash: .crash
      }
    }
  }

  public let kind: Kind
  /// The reader, stage or writer that was at work; `nil` if none was.
  public let stage: String?
  /// What happened, as full sentences for a person.
  ///
  /// The same in every run: no times, addresses or numbers of processes.
  public let detail: String

  public init(_ kind: Kind, stage: String?, _ detail: String) {
    self.kind = kind
    self.stage = stage
    self.detail = detail
  }
}

extension Fault: CustomStringConvertible {
  public var description: String { detail }
}

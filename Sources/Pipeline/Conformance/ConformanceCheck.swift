/// What came of one rule of the contract that a module was held to.
public struct ConformanceCheck: Sendable {
  public enum Verdict: Sendable, Equatable {
    case passed
    /// What is wrong, as full sentences.
    case failed(String)
    /// Why it was not looked at.
    case skipped(String)
  }

  /// The stage; the module as a whole if `nil`.
  public let stage: String?
  /// The rule, as what a module must do.
  public let rule: String
  public let verdict: Verdict

  public init(stage: String?, rule: String, verdict: Verdict) {
    self.stage = stage
    self.rule = rule
    self.verdict = verdict
  }

  /// Fails with what `body` throws.
  init(_ stage: String?, _ rule: String, _ body: () throws -> Void) {
    do {
      try body()
      self.init(stage: stage, rule: rule, verdict: .passed)
    } catch {
      self.init(stage: stage, rule: rule, verdict: .failed("\(error)"))
    }
  }
}

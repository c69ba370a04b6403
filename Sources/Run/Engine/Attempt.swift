/// One try at an input.
///
/// An input has one attempt, or two: the second goes without the stage that was guilty of the first one's fault. Only an
/// input that cannot be delivered, and whose empty document makes a writer fail, has more.
public struct Attempt: Sendable {
  /// Identifiers of the stages that were left out.
  public let without: [String]
  /// `nil` if the attempt gave a result.
  public let fault: Fault?
  public let duration: Duration

  public init(without: [String] = [], fault: Fault? = nil, duration: Duration) {
    self.without = without
    self.fault = fault
    self.duration = duration
  }
}

/// What a stage may ask while it works on a document.
public struct StageContext: Sendable {
  private let isCancelled: @Sendable () -> Bool

  public init(isCancelled: @escaping @Sendable () -> Bool = { false }) { self.isCancelled = isCancelled }

  /// Throws if the host no longer wants the answer; call it in loops that may take long.
  /// - Throws: ``Cancelled``.
  public func checkCancelled() throws(Cancelled) {
    if isCancelled() { throw Cancelled() }
  }
}

/// The host no longer wants the answer.
public struct Cancelled: Error, Sendable, CustomStringConvertible {
  public init() {}
  public var description: String { "the work was cancelled" }
}

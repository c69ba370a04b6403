/// A stage of the pipeline that its module could not make.
public struct StageSetupFailure: Error, Sendable, CustomStringConvertible {
  public let stage: String
  public let reason: String
  public var description: String { "The stage “\(stage)” cannot start: \(reason)" }
}

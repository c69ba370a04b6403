/// How a run treats what earlier runs left.
public struct RunOptions: Sendable {
  /// Do everything, whatever is there already.
  public var force = false
  /// Do again what gave no complete document in the last complete run.
  public var retry = false
  /// Forget the ledger and begin a new one.
  public var rebuild = false
  /// Keep what came of inputs of the last run that are not there any more.
  public var keepsGone = false
  /// What a person would type to run the pipeline, without inputs and output, for the table of inputs that failed.
  public var command: [String] = []

  public init(
    force: Bool = false, retry: Bool = false, rebuild: Bool = false, keepsGone: Bool = false, command: [String] = []
  ) {
    self.force = force
    self.retry = retry
    self.rebuild = rebuild
    self.keepsGone = keepsGone
    self.command = command
  }
}

/// The run was told to stop; what is done is kept.
public struct RunInterrupted: Error, Sendable {
  /// Inputs that are done.
  public let done: Int
  public let total: Int
}

/// Is told which reader, stage or writer is at work, so that the guilty one is known however the process ends.
///
/// Numbers count readers, stages and writers, in this order.
protocol StageWatch: Sendable {
  func begin(_ number: Int)
  /// The one that was at work has come back to the host.
  func end()
}

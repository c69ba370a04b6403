import Glibc

/// A program could not be started, or a pipe to it not be made.
public struct SpawnFailure: Error, Sendable, CustomStringConvertible {
  public let executable: String
  /// The system's number of the error.
  public let code: Int32

  public var description: String { "\(executable) cannot be started: \(String(cString: strerror(code)))" }
}

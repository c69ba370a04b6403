import Glibc

/// A program could not be started, or a pipe to it not be made.
public struct SpawnFailure: Error, Sendable, CustomStringConvertible {
  public let executable: String
  /// Where it was to begin; `nil` for the working directory.
  public let folder: String?
  /// The system's number of the error.
  public let code: Int32

  public var description: String {
    "\(executable) cannot be started\(folder.map { " in \($0)" } ?? ""): \(String(cString: strerror(code)))"
  }
}

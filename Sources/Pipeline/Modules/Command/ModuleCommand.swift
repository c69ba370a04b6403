import ChildProcess

/// How to start the process of a command module, and how long to wait for it.
struct ModuleCommand: Sendable {
  let module: String
  /// Absolute path of the program.
  let executable: String
  let arguments: [String]
  /// The folder of the manifest, in which the process begins.
  let folder: String
  let limits: CommandLimits
  /// Gets each line that the process writes to standard error.
  let log: @Sendable (String) -> Void
}

/// How long the host waits for the process of a command module, and how much it takes from it.
public struct CommandLimits: Sendable {
  /// Seconds from the start of the process to the answer to “hello”.
  public var helloSeconds = 30
  /// Seconds for the answer to “open”, in which a module loads its models.
  public var openSeconds = 300
  /// Seconds that it may take to end when it is told.
  public var closeSeconds = 2
  /// Bytes of an answer, besides 64 for each byte of the text that it is about.
  public var answerBytes = 64 << 20

  public init() {}
}

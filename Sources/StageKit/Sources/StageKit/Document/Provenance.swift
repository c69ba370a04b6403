/// Who did something to a document: one stage of one run, as resolved.
public struct Provenance: Sendable, Equatable {
  public let stage: String
  public let module: String
  public let version: String
  /// `sha256:` and the digest of the module's library or command.
  public let digest: String
  /// All options, defaults included.
  public let options: [Value.Member]

  public init(stage: String, module: String, version: String, digest: String, options: [Value.Member]) {
    self.stage = stage
    self.module = module
    self.version = version
    self.digest = digest
    self.options = options
  }
}

public import StageKit

/// A pipeline that cannot be wrong: every stage exists, every option is spelled out, every layer has its writer.
public struct ResolvedPipeline: Sendable {
  /// A stage with its options and the module that offers it.
  public struct ResolvedStage: Sendable {
    public let description: StageDescription
    public let module: LoadedModule
    /// All options, in the order of the description.
    public let options: [Value.Member]

    public var id: String { description.id }

    public var provenance: Provenance {
      Provenance(
        stage: id, module: module.manifest.module, version: module.manifest.version, digest: module.digest,
        options: options)
    }

    /// Makes the stage.
    /// - Throws: whatever the factory throws, usually ``SetupError``.
    public func make(lexicon: String?) throws -> Stage {
      try module.make(id, options: options, lexicon: lexicon)
    }
  }

  public let file: String
  public let name: String
  public var paths: [String]
  public var include: [String]
  public var exclude: [String]
  public let readers: [ResolvedStage]
  public var lexicon: [String]
  public let stages: [ResolvedStage]
  public var writers: [ResolvedStage]
  public var limits: Limits
}

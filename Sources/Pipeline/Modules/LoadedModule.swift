public import StageKit

/// A module that passed every check.
public struct LoadedModule: Sendable {
  public let manifest: Manifest
  /// Path of the manifest.
  public let path: String
  /// Path of the library, or of the program that the command starts.
  public let program: String
  /// `sha256:` and the digest of the library, or of the program and all files of the command's module.
  public let digest: String
  public let descriptions: [StageDescription]
  let factory: StageFactory

  /// Makes the stage called `id`.
  ///
  /// - Parameters:
  ///   - options: all options of its description.
  ///   - lexicon: path of the compiled lexicon.
  /// - Throws: whatever the factory throws, usually ``SetupError``.
  public func make(_ id: String, options: [Value.Member], lexicon: String? = nil) throws -> Stage {
    try factory.make(id, StageSetup(options: options, lexicon: lexicon))
  }
}

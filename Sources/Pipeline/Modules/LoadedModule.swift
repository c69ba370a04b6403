public import StageKit

/// A module that passed every check.
public struct LoadedModule: Sendable {
  public let manifest: Manifest
  /// Path of the manifest.
  public let path: String
  /// Path of the library.
  public let library: String
  /// `sha256:` and the digest of the library.
  public let digest: String
  public let descriptions: [StageDescription]
  let factory: StageFactory
}

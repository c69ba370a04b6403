public import StageKit

/// Offers the stage `cleanup`.
public final class CleanupFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

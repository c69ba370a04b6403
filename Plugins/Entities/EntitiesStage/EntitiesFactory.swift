public import StageKit

/// Offers the stage `entities`.
public final class EntitiesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

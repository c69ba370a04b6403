public import StageKit

/// Offers the stage `entity-table`.
public final class EntityTableFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

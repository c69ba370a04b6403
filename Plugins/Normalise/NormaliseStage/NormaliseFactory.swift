public import StageKit

/// Offers the stage `normalise`.
public final class NormaliseFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

public import StageKit

/// Offers the stage `html`.
public final class HTMLPagesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

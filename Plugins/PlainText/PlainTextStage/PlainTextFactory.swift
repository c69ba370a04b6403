public import StageKit

/// Offers the stage `plain-text`.
public final class PlainTextFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

public import StageKit

/// Offers the stage `json-lines`.
public final class JSONLinesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

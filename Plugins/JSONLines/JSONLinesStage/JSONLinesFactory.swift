public import StageKit

/// Offers the stage `json-lines`.
public final class JSONLinesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [JSONLinesWriter.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == JSONLinesWriter.description.id else { return try super.make(id, setup) }
    return .writer(JSONLinesWriter(longestText: setup.integer("longest-text")))
  }
}

public import StageKit

/// Offers the stage `plain-text`.
public final class PlainTextFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [PlainTextReader.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == PlainTextReader.description.id else { return try super.make(id, setup) }
    return .reader(PlainTextReader())
  }
}

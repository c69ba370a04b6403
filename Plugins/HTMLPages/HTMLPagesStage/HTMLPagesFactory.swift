public import StageKit

/// Offers the stage `html`.
public final class HTMLPagesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [HTMLPagesWriter.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == HTMLPagesWriter.description.id else { return try super.make(id, setup) }
    return .writer(
      HTMLPagesWriter(maxDisplay: setup.integer("max-display"), maxListed: setup.integer("max-listed")))
  }
}

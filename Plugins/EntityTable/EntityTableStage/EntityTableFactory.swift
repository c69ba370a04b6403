public import StageKit

/// Offers the stage `entity-table`.
public final class EntityTableFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [EntityTableWriter.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == EntityTableWriter.description.id else { return try super.make(id, setup) }
    return .writer(
      EntityTableWriter(
        separator: Separator(rawValue: setup.string("separator")) ?? .comma, hasBOM: setup.bool("bom"),
        guardsFormulas: setup.bool("guard-formulas")))
  }
}

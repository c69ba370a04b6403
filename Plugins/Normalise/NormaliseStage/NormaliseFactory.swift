public import StageKit

/// Offers the stage `normalise`.
public final class NormaliseFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [NormaliseEditor.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == NormaliseEditor.description.id else { return try super.make(id, setup) }
    return .editor(NormaliseEditor(NormaliseOptions(setup)))
  }
}

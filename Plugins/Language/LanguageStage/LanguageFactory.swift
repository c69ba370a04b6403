public import StageKit

/// Offers the stage `language`.
public final class LanguageFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [LanguageAnnotator.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == LanguageAnnotator.description.id else { return try super.make(id, setup) }
    return .annotator(LanguageAnnotator())
  }
}

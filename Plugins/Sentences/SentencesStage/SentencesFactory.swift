public import StageKit

/// Offers the stage `sentences`.
public final class SentencesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [SentenceAnnotator.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == SentenceAnnotator.description.id else { return try super.make(id, setup) }
    return .annotator(SentenceAnnotator())
  }
}

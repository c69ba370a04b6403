public import StageKit

/// Offers the stage `sentences`.
public final class SentencesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

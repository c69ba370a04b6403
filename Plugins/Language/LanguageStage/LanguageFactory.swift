public import StageKit

/// Offers the stage `language`.
public final class LanguageFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

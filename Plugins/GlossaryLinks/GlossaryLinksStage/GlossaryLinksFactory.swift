public import StageKit

/// Offers the stage `glossary-links`.
public final class GlossaryLinksFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [] }
}

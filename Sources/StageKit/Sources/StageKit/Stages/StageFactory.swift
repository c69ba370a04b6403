/// What a module hands to the host: its descriptions, and how to make each stage.
///
/// A class, because an object is what crosses the door between library and host; the host casts it to this type, and a
/// module that was built with another copy of StageKit fails the cast.
open class StageFactory: @unchecked Sendable {  // holds no state of its own; subclasses must be immutable
  public init() {}

  /// The stages of the module.
  open var descriptions: [StageDescription] { [] }

  /// Makes the stage called `id`, one of ``descriptions``.
  /// - Throws: ``SetupError``.
  open func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    throw SetupError("The module offers no stage called “\(id)”.")
  }
}

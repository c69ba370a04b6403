public import StageKit

import Lexicon

/// Offers the stage `entities`.
public final class EntitiesFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [Self.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == Self.description.id else { return try super.make(id, setup) }
    guard let path = setup.lexicon else {
      throw SetupError("The stage “entities” needs a lexicon. Name its files under “lexicon” in the pipeline.")
    }
    let lexicon: Lexicon
    do {
      lexicon = try Lexicon(contentsOf: path)
    } catch {
      throw SetupError(error.description)
    }
    return .annotator(EntityTagger(lexicon, types: Set(setup.strings("types").compactMap(EntityType.init))))
  }

  static let description = StageDescription(
    "entities", .annotator, "Finds organisations, places, persons, dates and addresses by lexicon and rules.",
    options: [
      OptionDescription(
        "types", "Which entities to mark.", .choices(EntityType.allCases.map(\.rawValue)),
        default: .list(EntityType.allCases.map { .string($0.rawValue) }))
    ],
    writes: [.entity], needsLexicon: true)
}

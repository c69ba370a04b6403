import Lexicon
public import StageKit

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
    discussion: discussion,
    options: [
      OptionDescription(
        "types", "Which entities to mark.", .choices(EntityType.allCases.map(\.rawValue)),
        default: .list(EntityType.allCases.map { .string($0.rawValue) }))
    ],
    writes: [.entity], rules: EntitiesRules.all, needsLexicon: true)

  private static let discussion = """
    The lexicon is asked once about the whole text. Its names are taken as they are; its cues (heads of organisations, \
    units of places, forms of address, family names) and its name patterns feed rules that find names it does not hold.

    Of candidates that overlap, the longest wins, and an organisation before a place. A place inside an organisation \
    stays as a nested annotation, and so does the body to which an office belongs. No name goes across a blank line, a \
    tab or three spaces.

    Attributes: `concept` if exactly one concept of the lexicon bears the name; `match` (`exact`, `letter-case`, \
    `tone-placement`, `folded`) for names of the lexicon, where a folded match scores less; `pattern` for names made \
    after a pattern; `iso` for dates that leave no doubt (`2016-12-15`, `2016-08-22/2016-08-24`).
    """
}

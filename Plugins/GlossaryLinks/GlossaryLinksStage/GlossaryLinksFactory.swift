import Lexicon
public import StageKit

/// Offers the stage `glossary-links`.
public final class GlossaryLinksFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [Self.description] }

  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == Self.description.id else { return try super.make(id, setup) }
    guard let path = setup.lexicon else {
      throw SetupError("The stage “glossary-links” needs a lexicon. Name its files under “lexicon” in the pipeline.")
    }
    let lexicon: Lexicon
    do {
      lexicon = try Lexicon(contentsOf: path)
    } catch {
      throw SetupError(error.description)
    }
    return .annotator(
      GlossaryLinker(lexicon, marksTerms: setup.bool("terms"), hasDefinitions: setup.bool("definitions")))
  }

  static let description = StageDescription(
    "glossary-links", .annotator, "Links organisations, places and terms of the field to their concepts.",
    discussion: discussion,
    options: [
      OptionDescription("terms", "Also mark the terms of the field.", .boolean, default: true),
      OptionDescription(
        "definitions", "Give the definitions of the concepts that links name.", .boolean, default: true),
    ],
    reads: [.entity], writes: [.link], rules: rules, needsLexicon: true)

  private static let discussion = """
    Each organisation and place that the lexicon may know gets a link of type `glossary`, whose target is the entity; \
    each term of the field outside names a link of type `term` without target.

    A link names the concept and all candidates with their scores; the document says once for each concept what its \
    names and definitions are, when it ended and what took its place. Where two candidates are too near each other, the link says `tie` and names no \
    concept. Places of one name are told apart by the unit that the name states, by the places above them that the \
    document names, by the date of the document (its metadata, else the first whole date in it), and by size.
    """

  private static let rules: [RuleDescription] = [
    RuleDescription(Match.exact.rule, "The name as the glossary has it."),
    RuleDescription(Match.letterCase.rule, "The name in other capitals."),
    RuleDescription(Match.tone.rule, "The name with the tone mark on another letter."),
    RuleDescription(Match.folded.rule, "The name without its diacritics."),
    RuleDescription(Match.abbreviation.rule, "An abbreviation of the name."),
    RuleDescription(Match.defined.rule, "A short name that stands in brackets behind the long one in the document."),
    RuleDescription(Match.pattern.rule, "A name made after a pattern of the lexicon: the pattern and its place."),
    RuleDescription(Match.name.rule, "The name without its unit word."),
  ]
}

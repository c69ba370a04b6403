public import StageKit

/// Offers the stage `cleanup`.
public final class CleanupFactory: StageFactory, @unchecked Sendable {  // no state
  public override var descriptions: [StageDescription] { [Self.description] }

  static let description = StageDescription(
    "cleanup", .editor, "Repairs what copying, scanning and web pages do to text, and reports what it must not repair.",
    discussion: """
      Precision comes first: a rule changes text only where it is sure, because a wrong repair is worse than a missed one. \
      Each edit carries the id of its rule as its reason. Rules run one after the other on what those before have made, \
      until nothing changes, so that a second run finds nothing to do.

      White space that carries layout stays: indentation, lines with two tabs or more, columns, gaps of five spaces or \
      more, lines with vertical bars. Words are checked against the word lists of Hunspell (packages `hunspell-en-us` and \
      `hunspell-vi`); British spellings count as known. Names are never parted.
      """,
    options: [
      OptionDescription(
        "rules-off", "Rules that are switched off.", .choices(AllRules.descriptions.map(\.id)), default: []),
      OptionDescription(
        "word-lists", "Folder with en_US and vi_VN word lists of Hunspell.", .path, default: "/usr/share/hunspell"),
    ],
    rules: AllRules.descriptions)

  /// - Throws: `SetupError` if a rule that is on needs a word list that is not installed.
  public override func make(_ id: String, _ setup: StageSetup) throws -> Stage {
    guard id == Self.description.id else { return try super.make(id, setup) }
    return .editor(try CleanupEditor(off: Set(setup.strings("rules-off")), wordLists: setup.string("word-lists")))
  }
}

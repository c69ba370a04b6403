import StageKit

/// Every rule of the stage.
enum AllRules {
  /// In the order in which they run: characters, lines, marks, words.
  static let repairs: [any CleanupRule] = [
    LineEnd(), Invisible(), SoftHyphen(), UnusualSpace(), TrailingSpace(), BlankLines(), Hyphenation(),
    SpaceBeforePunctuation(), SpaceInsideBrackets(), DoubledComma(), MissingSpace(), SpaceRun(), GluedWord(),
  ]

  /// Rules that only report; they see what the others have made.
  static let reports: [any CleanupRule] = [LostBracketText()]

  /// In the order of the reference page.
  static let descriptions: [RuleDescription] =
    repairs.map(\.description) + [RepeatedHeading.description] + reports.map(\.description)
    + [TruncatedParagraph.description]

  static let needingWords: [String] = repairs.filter(\.needsWords).map(\.description.id)
}

import StageKit

/// A rule of the stage: looks at a block and proposes repairs, or reports what must not be repaired.
///
/// Rules run in the order of ``AllRules``, each on what the one before has made, until none proposes anything. A rule
/// must therefore leave text that it would not touch again.
protocol CleanupRule: Sendable {
  var description: RuleDescription { get }
  /// The rule is asked only about blocks with one of these marks.
  var trigger: Marks { get }
  /// Whether the rule cannot work without word lists.
  var needsWords: Bool { get }

  func scan(_ block: Block, _ proposals: inout Proposals)
}

extension CleanupRule {
  var needsWords: Bool { false }
}

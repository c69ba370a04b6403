import StageKit
import Testing

@testable import CleanupStage

@Suite("The examples of every rule hold")
struct ExampleTests {
  struct Case: Sendable, CustomStringConvertible {
    let rule: String
    let example: RuleDescription.Example
    var description: String { "\(rule): \(example.before)" }
  }

  static let cases = AllRules.descriptions.flatMap { rule in
    rule.examples.map { Case(rule: rule.id, example: $0) }
  }

  @Test("before gives after", arguments: cases)
  func holds(_ item: Case) throws {
    let result = try cleanUp(item.example.before)
    #expect(result.text == item.example.after, "\(result.edits)")
  }

  @Test("a rule that is off leaves its examples alone", arguments: cases)
  func staysOff(_ item: Case) throws {
    let result = try cleanUp(item.example.before, off: [item.rule])
    #expect(!result.edits.contains { $0.hasSuffix(" " + item.rule) })
    #expect(!result.findings.contains { $0.hasPrefix(item.rule + ":") })
  }

  @Test("every rule has an example that it changes, or reports")
  func everyRuleActs() throws {
    for rule in AllRules.descriptions {
      let acts = try rule.examples.contains { example in
        let result = try cleanUp(example.before)
        return result.edits.contains { $0.hasSuffix(" " + rule.id) }
          || result.findings.contains { $0.hasPrefix(rule.id + ":") }
      }
      #expect(acts, "\(rule.id)")
    }
  }
}

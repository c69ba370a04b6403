import Foundation
import Pipeline
import StageKit
import TestSupport
import Testing

/// What a user who makes a mistake in a configuration is told.
///
/// The modules are those built with the tests.
struct ConfigurationTests {
  private static let registry: ModuleRegistry = {
    let beside = (try? TestProcess.built("songngu")) ?? "/"
    return ModuleRegistry(ModuleSearchPath(given: [], environment: [:], executable: beside))
  }()

  private func resolve(_ text: String, only: [String] = []) throws -> ResolvedPipeline {
    try PipelineResolver(Self.registry).resolve(text: text, file: "p.yaml", only: only)
  }

  private func message(_ text: String, only: [String] = []) -> String {
    do {
      _ = try resolve(text, only: only)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("pipelin: x\noutput: [json-lines]\n", "p.yaml:1:1: Unknown key “pipelin”. Did you mean “pipeline”?"),
    (
      "pipeline: x\ninput: { path: [a] }\noutput: [json-lines]\n",
      "p.yaml:2:10: Unknown key “path”. Did you mean “paths”?"
    ),
    (
      "pipeline: x\ninput: { paths: seeds }\noutput: [json-lines]\n",
      "p.yaml:2:17: The value of “input.paths” is “seeds”; expected a list"
    ),
    (
      "pipeline: x\nstages: [cleanpu]\noutput: [json-lines]\n",
      "p.yaml:2:10: Unknown editor or annotator “cleanpu”. Did you mean “cleanup”?"
    ),
    (
      "pipeline: x\nstages: [json-lines]\noutput: [json-lines]\n",
      "p.yaml:2:10: “json-lines” is a writer; expected an editor or annotator here."
    ),
    (
      "pipeline: x\nstages:\n  - normalise: { frm: nfc }\noutput: [json-lines]\n",
      "p.yaml:3:18: “normalise” has no option “frm”. Did you mean “form”?"
    ),
    (
      "pipeline: x\nstages:\n  - normalise: { form: nfx }\noutput: [json-lines]\n",
      "p.yaml:3:24: The option “form” is “nfx”; expected one of:"
    ),
    (
      "pipeline: x\nstages: [cleanup, cleanup]\noutput: [json-lines]\n",
      "p.yaml:2:19: The stage “cleanup” stands in “stages” more than once."
    ),
    (
      "pipeline: x\nlexicon: [glossary]\nstages: [glossary-links]\noutput: [json-lines]\n",
      "p.yaml:3:10: The stage “glossary-links” reads the layer “entity”, which nothing before it writes. Put “entities” before it."
    ),
    ("pipeline: x\nstages: [entities]\noutput: [json-lines]\n", "p.yaml:2:10: The stage “entities” needs a lexicon"),
    ("pipeline: x\noutput:\n  - json-lines: { path: ../x }\n", "p.yaml:3:5: The path “../x” leaves the output folder"),
    (
      "pipeline: x\noutput:\n  - json-lines: { path: a }\n  - html: { path: a }\n",
      "p.yaml:4:5: Two writers would write to “a”"
    ),
    (
      "pipeline: x\noutput: [json-lines]\nlimits: { seconds: 0 }\n",
      "p.yaml:3:20: The option “seconds” is “0”; expected a whole number from 1 to 86400."
    ),
    (
      "pipeline: x\noutput: [json-lines]\nlimits: { input-size: 5TB }\n",
      "p.yaml:3:23: The limit “input-size” is “5TB”; expected a size such as 64MiB"
    ),
    ("pipeline: x\nstages: []\n", "p.yaml:1:1: The key “output” must list at least one writer"),
    ("a: &x [1]\nb: *x\n", "p.yaml:1:4: Anchors and aliases"),
    ("pipeline: [\n", "p.yaml:2:1: This is not valid YAML"),
    ("", "p.yaml: The file is empty."),
    ("- a\n", "p.yaml:1:1: A pipeline is a list; expected a mapping"),
  ])
  func mistakeIsNamedWithPlaceAndRemedy(text: String, expected: String) {
    #expect(message(text).contains(expected), "said: \(message(text))")
  }

  @Test func allMistakesAreSaidAtOnce() {
    let lines = message("pipeline: x\ninputs: {}\nstages: [nowhere]\noutput: [nothing]\n").split(separator: "\n")
    #expect(lines.count == 1, "an unknown key stops before stages are looked up: \(lines)")
    let later = message("pipeline: x\nstages: [nowhere]\noutput: [nothing]\n").split(separator: "\n")
    #expect(later.count == 2)
  }

  @Test func aliasesThatExplodeCostNothing() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    #expect(message(text).contains("p.yaml:1:5: Anchors and aliases"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefusedBeforeItCanHurt(opening: String) {
    let text = "pipeline: x\nstages:\n  " + String(repeating: opening, count: 100_000)
    #expect(message(text).contains("levels deep"), "said: \(message(text).prefix(200))")
  }

  @Test func indentedNestingIsRefused() {
    let text = (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(message(text).contains("levels deep"))
  }

  @Test func hugeConfigurationIsRefusedByItsSize() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write("big.yaml", [UInt8](repeating: UInt8(ascii: "#"), count: 10 << 20))
    #expect(throws: ConfigurationError.self) { try PipelineResolver(Self.registry).resolve(file: file) }
    do { _ = try PipelineResolver(Self.registry).resolve(file: file) } catch {
      #expect("\(error)".contains("larger than 1 MiB"))
    }
  }

  @Test func resolvedPipelineRunsAgainToTheSame() throws {
    let text = """
      pipeline: "odd: name"
      input: { paths: ["a b", c], include: ["**/*.txt"], exclude: [] }
      lexicon: [glossary]
      stages: [cleanup, normalise: { tone-marks: traditional }, language, sentences, entities, glossary-links]
      output: [json-lines, entity-table, html]
      limits: { seconds: 5, input-size: 3KiB, memory: 500MiB, text-size: 7, output-size: 5MiB, annotations: 12 }
      """
    let first = try resolve(text)
    let second = try resolve(first.yaml)
    #expect(first.yaml == second.yaml)
    var limits = Limits()
    limits.seconds = 5
    limits.inputSize = 3072
    limits.memory = 500 << 20
    limits.textSize = 7
    limits.outputSize = 5 << 20
    limits.annotations = 12
    #expect(second.limits == limits)
    #expect(second.stages.map(\.options) == first.stages.map(\.options))
  }

  @Test func onlyKeepsTheOrderOfTheFile() throws {
    let text = "pipeline: x\nstages: [cleanup, normalise, language]\noutput: [json-lines]\n"
    #expect(try resolve(text, only: ["language", "cleanup"]).stages.map(\.id) == ["cleanup", "language"])
    #expect(message(text, only: ["languge"]).contains("Did you mean “language”?"))
  }
}

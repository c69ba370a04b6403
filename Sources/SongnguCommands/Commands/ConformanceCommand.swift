import ArgumentParser
import Foundation
import Pipeline
import Run

struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance", abstract: "Hold a module to its contract and show what fails.",
    discussion: """
      Gives every stage texts that stages stumble over: none, much, decomposed letters, emoji, control characters; options
      to the edge and beyond; the same document twice; a cancelled one. Ends with status 1 if something fails.

      EXAMPLES
        songngu conformance ~/modules/word-marks
        songngu conformance sentences
        songngu conformance entities --lexicon glossary
      """)

  @Argument(help: "The folder of a module, or the name of one that songngu modules lists.")
  var module: String
  @Option(help: "A compiled lexicon or glossary files, for stages that need one; may be repeated.")
  var lexicon: [String] = []
  @Option(help: ArgumentHelp("Seconds that a stage may take for one text.", valueName: "n"))
  var seconds = 60
  @OptionGroup var modules: ModuleOptions

  func validate() throws {
    if !(1...86_400).contains(seconds) { throw ValidationError("--seconds must be from 1 to 86400.") }
  }

  func run() throws {
    let console = Console()
    let registry = try find(console)
    let lexicon = try LexiconStore.standard.prepare(self.lexicon) { console.note($0) }
    var counts = (passed: 0, failed: 0, skipped: 0)
    func show(_ check: ConformanceCheck) {
      let line = "\(check.stage.map { "\($0): " } ?? "")\(check.rule)"
      switch check.verdict {
      case .passed:
        counts.passed += 1
        console.result("  ok       \(line)")
      case .failed(let reason):
        counts.failed += 1
        console.result("  FAILED   \(line)\n           " + Console.printable(reason))
      case .skipped(let reason):
        counts.skipped += 1
        console.result("  skipped  \(line): \(reason)")
      }
    }
    for refusal in registry.refusals {
      console.result(Console.printable(refusal.file))
      show(ConformanceCheck(stage: nil, rule: "can be loaded", verdict: .failed("\(refusal.reason)")))
    }
    for module in registry.modules {
      console.result("\(module.manifest.module) \(module.manifest.version)")
      Conformance(module, lexicon: lexicon, seconds: seconds, report: show).run()
    }
    console.result("\(counts.passed) ok, \(counts.failed) failed, \(counts.skipped) skipped.")
    if counts.failed > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  /// All modules in the folder, or the one of that name.
  private func find(_ console: Console) throws -> (modules: [LoadedModule], refusals: [ModuleRefusal]) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: module, isDirectory: &isFolder), isFolder.boolValue {
      let registry = ModuleOptions.registry(in: module, console)
      if registry.modules.isEmpty, registry.refusals.isEmpty {
        throw ConformanceError("\(module): There is no plugin.yaml in this folder, nor in one directly below it.")
      }
      return (registry.modules, registry.refusals)
    }
    let registry = modules.registry(console)
    let named = registry.modules.filter { $0.manifest.module == module }
    if named.isEmpty {
      let names = registry.modules.map(\.manifest.module).joined(separator: ", ")
      throw ConformanceError("There is no folder and no module “\(module)”. Loaded are: \(names).")
    }
    return (named, [])
  }
}

/// A module that cannot be held to anything.
struct ConformanceError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

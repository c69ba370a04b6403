import ArgumentParser
import Foundation
import Pipeline
import StageKit

struct ModulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modules", abstract: "List the modules that can be loaded, their stages and options.",
    discussion: """
      Modules that were refused are listed with the reason.

      EXAMPLES
        songngu modules
        songngu modules --modules ~/my-modules
        songngu modules --json
      """)

  @Flag(help: "Print one JSON object a line.")
  var json = false
  @OptionGroup var modules: ModuleOptions

  func run() throws {
    let registry = modules.registry()
    let console = Console()
    if json {
      printJSON(registry, console)
    } else {
      printText(registry, console)
    }
    if registry.modules.isEmpty { throw ExitCode(ExitStatus.nothingRan.rawValue) }
    if !registry.refusals.isEmpty { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  private func printText(_ registry: ModuleRegistry, _ console: Console) {
    for module in registry.modules {
      console.result("\(module.manifest.module) \(module.manifest.version)  (\(module.program))")
      for stage in module.descriptions {
        console.result("  \(stage.id): \(stage.kind.rawValue). \(stage.summary)")
        let layers = [("reads", stage.reads), ("writes", stage.writes)].filter { !$0.1.isEmpty }
        for (verb, names) in layers {
          console.result("    \(verb) \(names.map(\.rawValue).joined(separator: ", "))")
        }
        for option in stage.options {
          console.result("    \(option.name) = \(option.defaultValue)  \(option.summary)")
        }
      }
    }
    if registry.modules.isEmpty {
      console.result("No modules. Searched: \(registry.searchPath.folders.joined(separator: ", "))")
    }
    if !registry.refusals.isEmpty { console.result("\nRefused:") }
    for refusal in registry.refusals { console.result("  " + Console.printable(refusal.description)) }
  }

  private func printJSON(_ registry: ModuleRegistry, _ console: Console) {
    var lines: [[String: Any]] = registry.modules.map { module in
      [
        "module": module.manifest.module, "version": module.manifest.version, "program": module.program,
        "digest": module.digest,
        "stages": module.descriptions.map { stage in
          [
            "id": stage.id, "kind": stage.kind.rawValue, "summary": stage.summary,
            "reads": stage.reads.map(\.rawValue), "writes": stage.writes.map(\.rawValue),
            "options": stage.options.map { ["name": $0.name, "summary": $0.summary, "default": "\($0.defaultValue)"] },
          ] as [String: Any]
        },
      ]
    }
    lines += registry.refusals.map { ["refused": $0.file, "reason": "\($0.reason)"] }
    for line in lines {
      if let data = try? JSONSerialization.data(
        withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
      {
        console.result(String(decoding: data, as: UTF8.self))
      }
    }
  }
}

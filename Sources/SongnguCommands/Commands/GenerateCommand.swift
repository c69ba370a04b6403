import ArgumentParser
import Foundation
import Pipeline
import StageKit

/// For developers of Songngu: writes the files that are made from the descriptions of the stages.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write docs/stages and docs/schema from the descriptions of the stages.",
    shouldDisplay: false)

  @Argument(help: "The folder to write to, usually docs.")
  var folder: String
  @OptionGroup var modules: ModuleOptions

  func run() throws {
    for (path, text) in GeneratedFiles.files(modules.registry()) {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    }
  }
}

/// The generated files of the documentation, by path relative to `docs`.
public enum GeneratedFiles {
  public static func files(_ registry: ModuleRegistry) -> [(path: String, text: String)] {
    let descriptions = registry.descriptions
    var files = descriptions.map { description in
      (
        path: "stages/\(description.id).md",
        text: StageReference.page(
          for: description, module: registry.stage(description.id)?.module.manifest.module ?? "")
      )
    }
    files.append((path: "stages/README.md", text: StageReference.index(descriptions)))
    files.append(
      (
        path: "schema/songngu.pipeline.schema.json",
        text: JSONText.pretty(ConfigurationSchema.schema(for: descriptions)) + "\n"
      ))
    return files
  }
}

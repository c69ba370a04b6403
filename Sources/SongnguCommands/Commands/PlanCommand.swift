import ArgumentParser
import Pipeline

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a configuration would run, with every default spelled out.",
    discussion: """
      Prints the resolved pipeline as YAML; saved to a file, it runs to the same results.

      EXAMPLE
        songngu plan pipelines/incoming-reports.yaml
      """)

  @Argument(help: "The configuration file.")
  var config: String
  @Option(help: "Run only this stage; may be repeated.")
  var only: [String] = []
  @OptionGroup var modules: ModuleOptions

  func run() throws {
    let pipeline = try PipelineResolver(modules.registry()).resolve(file: config, only: only)
    let console = Console()
    console.result("# Resolved from \(Console.printable(config)). Modules:")
    for stage in pipeline.readers + pipeline.stages + pipeline.writers {
      console.result(
        "#   \(stage.id): \(stage.module.manifest.module) \(stage.module.manifest.version), \(stage.module.digest)")
    }
    console.result(String(pipeline.yaml.dropLast()))
  }
}

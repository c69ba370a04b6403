import ArgumentParser
import Foundation
import Pipeline
import Run
import StageKit

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a pipeline over its inputs and write the results.",
    discussion: """
      Every input gives a document, whatever happens to it; one that fails costs no other. Results appear under their
      final names only when the run is complete. A run that was stopped, by whatever, goes on with the same command; what
      is unchanged since the last run costs no work.

      EXAMPLES
        songngu run pipelines/incoming-reports.yaml
        songngu run pipelines/incoming-reports.yaml --input inbox --input note.txt --output results
        songngu run pipelines/incoming-reports.yaml --retry
        songngu run pipelines/incoming-reports.yaml --only cleanup --only normalise
        songngu run pipelines/incoming-reports.yaml --json | jq .
      """)

  @Argument(help: "The configuration file.")
  var config: String
  @Option(help: "A file or folder to read instead of those in the configuration; may be repeated.")
  var input: [String] = []
  @Option(help: "The folder for the results.")
  var output = "out"
  @Option(help: "Run only this stage; may be repeated.")
  var only: [String] = []
  @OptionGroup var work: WorkforceOptions
  @Flag(help: "Do everything again, also what is unchanged.")
  var force = false
  @Flag(help: "Do again what gave no complete document in the last run.")
  var retry = false
  @Flag(help: "Forget what the output folder's ledger says, and begin a new one.")
  var rebuild = false
  @Flag(help: "Say nothing but what is wrong.")
  var quiet = false
  @Flag(help: "Print events as JSON, one object a line.")
  var json = false
  @OptionGroup var modules: ModuleOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
  }

  /// This command without inputs and output.
  private var command: [String] {
    ["songngu", "run", config] + only.flatMap { ["--only", $0] } + modules.folders.flatMap { ["--modules", $0] }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let registry = modules.registry(console)
    for refusal in registry.refusals {
      console.note("songngu: module refused: " + Console.printable(refusal.description))
    }
    var pipeline = try PipelineResolver(registry).resolve(file: config, only: only)
    if !input.isEmpty { pipeline.paths = input }
    if pipeline.paths.isEmpty {
      throw ConfigurationError(config, nil, "There is nothing to read: give “input: { paths: […] }” or --input.")
    }
    let found = InputFinder.find(pipeline.paths, include: pipeline.include, exclude: pipeline.exclude)
    for problem in found.problems { console.problem(problem) }
    for note in found.notes { console.note("songngu: " + Console.printable(note)) }
    guard !found.inputs.isEmpty else {
      console.problem("No input was found in \(pipeline.paths.joined(separator: ", ")).")
      throw ExitCode(ExitStatus.nothingRan.rawValue)
    }
    let lexicon = try LexiconStore.standard.prepare(pipeline.lexicon) { console.note($0) }
    let run = try PipelineRun(
      pipeline, inputs: found.inputs, lexicon: lexicon, outputFolder: output, workforce: work.workforce(console),
      options: RunOptions(force: force, retry: retry, rebuild: rebuild, command: command))
    let style: ProgressDisplay.Style = json ? .events : quiet ? .none : console.isTerminal ? .bar : .lines
    let display = ProgressDisplay(style, console: console, total: found.inputs.count)
    let summary: RunSummary
    do {
      let interruption = Interruption()
      summary = try await run.execute(
        isInterrupted: { interruption.isRequested }, note: { console.note("songngu: " + Console.printable($0)) },
        progress: { display.show($0, $1) })
    } catch let stop as RunInterrupted {
      display.finish()
      console.problem("Stopped behind input \(stop.done) of \(stop.total). The same command goes on from there.")
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
    display.finish()
    var outputs = pipeline.writers.compactMap { writer in
      writer.options.first { $0.name == "path" }?.value.string.map { path in
        let page = "\(output)/\(path)/index.html"
        return FileManager.default.fileExists(atPath: page) ? page : "\(output)/\(path)"
      }
    }
    outputs.append("\(output)/report.html")
    if !summary.isSuccess { outputs.append("\(output)/quarantine.csv") }
    if json {
      console.result(JSONEvents.summary(summary, outputs: outputs))
    } else if !quiet {
      console.result(SummaryText.text(summary, outputs: outputs))
    }
    if !summary.isSuccess || !found.problems.isEmpty { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }
}

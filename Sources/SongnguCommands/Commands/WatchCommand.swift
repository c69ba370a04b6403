import ArgumentParser
import Foundation
import Pipeline
import Run
import StageKit

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Process what arrives in a folder, until stopped.",
    discussion: """
      A file is taken when it was closed after writing or moved in, or has not changed for a while. After each batch the
      results of everything so far stand in the output folder. Nothing is done again after a restart. A file that leaves
      the inbox takes its results with it, unless this program moved it.

      EXAMPLES
        songngu watch inbox pipelines/incoming-reports.yaml --output results
        songngu watch inbox pipelines/incoming-reports.yaml --move-done done --move-failed failed

      SIGINT or SIGTERM ends it with status 0. docs/songngu-watch.service runs it under systemd.
      """)

  @Argument(help: "The folder in which files arrive.")
  var inbox: String
  @Argument(help: "The configuration file; its input paths are not used.")
  var config: String
  @Option(help: "The folder for the results.")
  var output = "out"
  @Option(help: ArgumentHelp("Move inputs that gave a complete document here.", valueName: "dir"))
  var moveDone: String?
  @Option(help: ArgumentHelp("Move the other inputs here.", valueName: "dir"))
  var moveFailed: String?
  @Option(help: ArgumentHelp("How long a file must rest when nobody said that it is complete.", valueName: "seconds"))
  var settle = 2.0
  @Option(help: ArgumentHelp("How often to look through the folder when nothing is heard.", valueName: "seconds"))
  var rescan = 60.0
  @OptionGroup var work: WorkforceOptions
  @Flag(help: "Say nothing but what is wrong.")
  var quiet = false
  @OptionGroup var modules: ModuleOptions

  func validate() throws {
    for (name, value) in [("--settle", settle), ("--rescan", rescan)] where !(0.1...86_400).contains(value) {
      throw ValidationError("\(name) must be from 0.1 to 86400 seconds.")
    }
    let root = Self.resolved(inbox)
    for (name, folder) in [("--output", output), ("--move-done", moveDone), ("--move-failed", moveFailed)] {
      guard let folder else { continue }
      if folder.isEmpty { throw ValidationError("\(name) needs the name of a folder.") }
      if (Self.resolved(folder) + "/").hasPrefix(root + "/") {
        throw ValidationError("\(name) lies inside the inbox; what is written there would arrive again.")
      }
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let registry = modules.registry()
    for refusal in registry.refusals {
      console.note("songngu: module refused: " + Console.printable(refusal.description))
    }
    let pipeline = try PipelineResolver(registry).resolve(file: config)
    var settings = InboxWatch.Settings(mover: InboxMover(inbox: inbox, done: moveDone, failed: moveFailed))
    settings.settling = .seconds(settle)
    settings.rescan = .seconds(rescan)
    let interruption = Interruption()
    console.note("Watching \(Console.printable(inbox)); results go to \(Console.printable(output)).")
    try await InboxWatch(inbox, pipeline, outputFolder: output, settings: settings).execute(
      run: { pipeline, inputs, options in
        let lexicon = try LexiconStore.standard.prepare(pipeline.lexicon) { console.note($0) }
        return try PipelineRun(
          pipeline, inputs: inputs, lexicon: lexicon, outputFolder: output, workforce: work.workforce(console),
          options: options)
      },
      isInterrupted: { interruption.isRequested }, note: { console.note(Console.printable($0)) },
      problem: { console.problem($0) },
      progress: { result, _ in
        for document in result.documents where !document.outcome.isSuccess {
          console.problem("\(document.firstError ?? result.input.uri) [\(document.outcome.rawValue)]")
        }
      },
      batch: { summary in
        let failed = summary.outcomes.filter { !$0.key.isSuccess }.values.reduce(0, +)
        let faults = failed == 0 ? "" : ", \(failed) failed"
        console.note(
          "\(summary.inputs - summary.unchanged) new, \(summary.inputs) inputs in all\(faults); "
            + String(format: "%.1f s", summary.seconds))
      })
    console.note("Stopped.")
  }
}

import ArgumentParser
import Pipeline
import Run

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Answer inputs on standard input with documents on standard output.",
    discussion: """
      For an engine that spreads the work, such as Apache Spark. Each line of standard input is a JSON object with any
      “id” and one of “path” (a file), “text” and “base64” (the content itself). Each gives one line on standard output,
      in the same order: the document as the writer json-lines makes it, with the member “input” that holds the id. An
      input that crashes a stage costs only itself; a line that cannot be understood gives a line that says why.

      EXAMPLE
        echo '{"id": 1, "text": "The Women’s Union met in Hanoi."}' |
          songngu worker pipelines/incoming-reports.yaml --jsonl
      """)

  @Argument(help: "The configuration file.")
  var config: String
  @Flag(help: "The lines are JSON Lines; there is no other format yet.")
  var jsonl = false
  @Option(help: ArgumentHelp("How many inputs to work on at a time.", valueName: "n"))
  var workers = 1
  @Option(help: ArgumentHelp("Replace a worker process after so many inputs.", valueName: "n"))
  var recycle = Workforce.standardRecycling
  @OptionGroup var modules: ModuleOptions

  func validate() throws {
    if !jsonl { throw ValidationError("A worker speaks JSON Lines only: give --jsonl.") }
    if !(1...256).contains(workers) { throw ValidationError("--workers must be from 1 to 256.") }
    if recycle < 1 { throw ValidationError("--recycle must be 1 or more.") }
  }

  func run() throws {
    let console = Console()
    let registry = modules.registry(console)
    let pipeline = try PipelineResolver(registry).resolve(file: config)
    let lexicon = try LexiconStore.standard.prepare(pipeline.lexicon) { console.note($0) }
    let service = try LineService(pipeline, lexicon: lexicon, workers: workers, recycle: recycle) {
      console.note("songngu: " + Console.printable($0))
    }
    let interruption = Interruption()
    do {
      let isSuccess = try service.run(input: 0, output: 1) { interruption.isRequested }
      if !isSuccess { throw ExitCode(ExitStatus.someFailed.rawValue) }
    } catch is CancellationError {
      throw ExitCode(ExitStatus.interrupted.rawValue)
    }
  }
}

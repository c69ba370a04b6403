import ArgumentParser
import Foundation
import Run

/// Who works on the inputs; shared by all commands that run a pipeline.
struct WorkforceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many inputs to work on at a time; the number of cores if left out.", valueName: "n"))
  var workers: Int?
  @Flag(help: "Work in this process: a stage that crashes then ends the run.")
  var inProcess = false
  @Option(help: ArgumentHelp("Replace a worker process after so many inputs.", valueName: "n"))
  var recycle = Workforce.standardRecycling

  func validate() throws {
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers must be from 1 to 256.") }
    if recycle < 1 { throw ValidationError("--recycle must be 1 or more.") }
  }

  func workforce(_ console: Console) -> Workforce {
    let count = workers ?? ProcessInfo.processInfo.activeProcessorCount
    return inProcess
      ? .thisProcess(width: count)
      : .processes(count: count, recycle: recycle) { console.note("songngu: " + Console.printable($0)) }
  }
}

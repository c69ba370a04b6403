import Foundation
import Run

/// `memory`: one run over very many documents with real output, and what the process holds on the way.
enum MemoryCommand {
  static func run(_ arguments: inout Arguments) async throws {
    let config = try arguments.positional("the configuration")
    let folder = try arguments.positional("the folder with the corpus")
    let output = try arguments.string("output")
    let step = try arguments.integer("step", default: 10_000)
    try arguments.finish()

    let bench = try PipelineBench(config)
    let inputs = try CorpusFiles.inputs(in: folder)
    let summary = try await bench.run(inputs, output: output) { summary in
      if summary.inputs % step == 0 {
        Measurement("-", "memory after \(summary.inputs) documents", ProcessMemory.resident, "MB").print()
      }
    }
    Measurement("-", "memory, peak of the run with \(summary.documents) documents", ProcessMemory.peak, "MB").print()
    Measurement("-", "the run with \(summary.documents) documents", summary.megabytesPerSecond, "MB/s").print()
  }
}

import Foundation
import Pipeline
import Run
import StageKit

/// `stages`: time by stage, for the stages together, and for whole runs that write their output; one document at a time.
enum StagesCommand {
  static func run(_ arguments: inout Arguments) async throws {
    let config = try arguments.positional("the configuration")
    let folder = try arguments.positional("the folder with the corpus")
    let language = try arguments.string("language")
    let output = try arguments.string("output")
    try arguments.finish()

    let bench = try PipelineBench(config)
    let inputs = try CorpusFiles.inputs(in: folder)
    let processor = try DocumentProcessor(bench.pipeline, lexicon: bench.lexicon)
    let clock = ContinuousClock()
    var timings = StageTimings()
    var bytes = 0
    let start = clock.now
    for input in inputs {
      for document in processor.documents(of: input, timings: &timings) { bytes += document.source.bytes.count }
    }
    Measurement(language, "read and all stages", (clock.now - start).megabytesPerSecond(bytes), "MB/s").print()

    let summary = try await bench.run(inputs, output: output)
    for stage in summary.timings.order {
      let duration = summary.timings[stage].duration
      Measurement(language, "· \(stage)", duration.megabytesPerSecond(summary.sourceBytes), "MB/s").print()
    }
    Measurement(language, "whole pipeline", summary.megabytesPerSecond, "MB/s").print()
    Measurement(language, "peak memory", ProcessMemory.peak, "MB").print()
  }
}

/// A resolved pipeline that runs over any inputs.
struct PipelineBench {
  let pipeline: ResolvedPipeline
  let lexicon: String?

  init(_ config: String) throws {
    let registry = ModuleRegistry(.current(given: []))
    pipeline = try PipelineResolver(registry).resolve(file: config)
    lexicon = try LexiconStore.standard.prepare(pipeline.lexicon) { _ in }
  }

  /// One run into a new folder, which stays.
  ///
  /// Removing files makes ext4 slow at creating others for some seconds, which the next measurement would pay for.
  /// - Throws: also if the folder is there, or a document did not come through whole, as its time would count for nothing.
  func run(
    _ inputs: InputList, output: String, progress: (RunSummary) -> Void = { _ in }
  ) async throws -> RunSummary {
    guard !FileManager.default.fileExists(atPath: output) else { throw BenchFailure("\(output) is there already.") }
    let summary = try await PipelineRun(
      pipeline, inputs: inputs, lexicon: lexicon, outputFolder: output, workforce: .thisProcess(width: 1)
    )
    .execute { _, summary in progress(summary) }
    guard summary.isSuccess else { throw BenchFailure("Some documents failed: \(summary.outcomes).") }
    return summary
  }
}

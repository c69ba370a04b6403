import Pipeline
import Run
import StageKit

/// `writers`: each writer by itself over documents that are ready in memory, with nothing written to disk.
enum WritersCommand {
  static func run(_ arguments: inout Arguments) throws {
    let config = try arguments.positional("the configuration")
    let folder = try arguments.positional("the folder with the corpus")
    let language = try arguments.string("language")
    let rounds = try arguments.integer("rounds", default: 10)
    try arguments.finish()

    let bench = try PipelineBench(config)
    let processor = try DocumentProcessor(bench.pipeline, lexicon: bench.lexicon)
    var timings = StageTimings()
    let documents = try CorpusFiles.inputs(in: folder).flatMap { processor.documents(of: $0, timings: &timings) }
    let sourceBytes = documents.reduce(0) { $0 + $1.source.bytes.count }
    let clock = ContinuousClock()
    for stage in bench.pipeline.writers {
      guard case .writer(let writer) = try stage.make(lexicon: bench.lexicon) else { continue }
      var written = 0
      let start = clock.now
      for _ in 0..<rounds {
        for document in documents {
          let rendering = try writer.render(document, StageContext())
          written += rendering.appended.count + rendering.files.reduce(0) { $0 + $1.bytes.count }
        }
      }
      let duration = clock.now - start
      Measurement(language, "· \(stage.id) alone", duration.megabytesPerSecond(sourceBytes * rounds), "MB/s").print()
      Measurement(
        language, "· \(stage.id), bytes for each of source", Double(written) / Double(max(1, sourceBytes * rounds)), "B"
      ).print()
    }
  }
}

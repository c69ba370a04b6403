import Glibc
public import Pipeline

/// Runs everything in worker processes, so that what a stage does to its process costs one document.
public struct WorkerRunner: Runner {
  private let processor: DocumentProcessor
  private let setup: WorkerSetup
  private let log: @Sendable (String) -> Void
  var settings = WorkerPool.Settings()

  /// - Parameters:
  ///   - processor: the pipeline in this process, which does not work on any input.
  ///   - lexicon: path of the compiled lexicon.
  ///   - width: number of processes, at least 1.
  ///   - recycle: inputs after which a process is replaced.
  ///   - log: gets each line that a worker writes to its standard output or error.
  public init(
    _ processor: DocumentProcessor, _ pipeline: ResolvedPipeline, lexicon: String?, width: Int, recycle: Int? = nil,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.processor = processor
    setup = WorkerSetup(pipeline, lexicon: lexicon, supervisor: Int(getpid()))
    self.log = log
    settings.count = max(1, width)
    if let recycle { settings.recycle = max(1, recycle) }
  }

  public func run(
    _ inputs: InputList, isInterrupted: @Sendable () -> Bool, commit: (InputResult) throws -> Void
  ) async throws {
    var source = ListedInputs(inputs)
    // Without a suspension: the thread that starts the workers must live as long as they do.
    try WorkerPool(processor, setup: setup, settings: settings, log: log).run(
      &source, isInterrupted: isInterrupted, commit: commit)
  }
}

import Glibc
public import Pipeline
import StageKit

/// Answers lines that ask for inputs with lines that hold documents, for an engine that spreads the work.
public struct LineService {
  private let pipeline: ResolvedPipeline
  private let processor: DocumentProcessor
  private let setup: WorkerSetup
  var settings: WorkerPool.Settings
  private let log: @Sendable (String) -> Void

  /// - Parameters:
  ///   - pipeline: of its writers only `json-lines` is used.
  ///   - lexicon: path of the compiled lexicon.
  ///   - workers: number of processes, at least 1.
  ///   - recycle: inputs after which a process is replaced.
  /// - Throws: ``StageSetupFailure``, ``WorkerFailure`` if the pipeline has no writer `json-lines`.
  public init(
    _ pipeline: ResolvedPipeline, lexicon: String?, workers: Int, recycle: Int,
    log: @escaping @Sendable (String) -> Void
  ) throws {
    var pipeline = pipeline
    pipeline.writers = pipeline.writers.filter { $0.id == "json-lines" }
    guard !pipeline.writers.isEmpty else {
      throw WorkerFailure(
        "\(pipeline.file): The pipeline has no writer “json-lines”, which makes the documents of a worker; add it to “output”."
      )
    }
    self.pipeline = pipeline
    processor = try DocumentProcessor(pipeline, lexicon: lexicon)
    setup = WorkerSetup(pipeline, lexicon: lexicon, supervisor: Int(getpid()))
    var settings = WorkerPool.Settings()
    settings.count = max(1, workers)
    settings.recycle = max(1, recycle)
    self.settings = settings
    self.log = log
  }

  /// Answers each line of `input` with one of `output`, in the same order, until `input` ends.
  ///
  /// - Returns: whether every input gave a complete document.
  /// - Throws: ``WorkerFailure``, ``OutputFailure`` if nobody takes the answers, `CancellationError`.
  public func run(input: Int32, output: Int32, isInterrupted: () -> Bool) throws -> Bool {
    // Base64 has four bytes for three, an escape in JSON six for one.
    var lines = RequestLines(input, longest: 6 * processor.limits.inputSize + 4096)
    var isSuccess = true
    try WorkerPool(processor, setup: setup, settings: settings, log: log)
      .run(&lines, isInterrupted: isInterrupted) { [lines] result in
        let request = lines.nextAnswered()
        if !result.outcome.isSuccess { isSuccess = false }
        try Self.write(AnswerLine.bytes(result, id: request.id, line: request.line), to: output)
      }
    return isSuccess
  }

  private static func write(_ bytes: [UInt8], to output: Int32) throws(OutputFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress! + done, $0.count - done) }
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        var entry = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&entry, 1, 1000)
      } else if errno != EINTR {
        throw OutputFailure("standard output", "The answers cannot be written", code: errno)
      }
    }
  }
}

public import Pipeline

/// One execution of a pipeline over inputs.
public struct PipelineRun: Sendable {
  private let pipeline: ResolvedPipeline
  private let processor: DocumentProcessor
  private let inputs: InputList
  private let outputFolder: String
  private let width: Int

  /// - Parameters:
  ///   - lexicon: path of the compiled lexicon; `nil` if the pipeline names none.
  ///   - width: how many inputs are worked on at a time.
  /// - Throws: ``StageSetupFailure``.
  public init(
    _ pipeline: ResolvedPipeline, inputs: InputList, lexicon: String?, outputFolder: String, width: Int
  ) throws {
    self.pipeline = pipeline
    self.inputs = inputs
    self.outputFolder = outputFolder
    self.width = width
    processor = try DocumentProcessor(pipeline, lexicon: lexicon)
  }

  /// Processes every input and writes the output.
  ///
  /// - Parameter progress: called after each input, in input order.
  /// - Throws: ``OutputFailure`` if the output cannot be written; the output folder is then as it was.
  public func execute(progress: (InputResult, RunSummary) -> Void) async throws -> RunSummary {
    let output = try OutputFolder(outputFolder, writers: processor.writers)
    var summary = RunSummary()
    let clock = ContinuousClock()
    let start = clock.now
    try await InProcessRunner(processor, width: width).run(inputs) { result in
      summary.add(result)
      try output.add(result)
      summary.duration = clock.now - start
      progress(result, summary)
    }
    try output.commit()
    summary.duration = clock.now - start
    return summary
  }
}

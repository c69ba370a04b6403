import Pipeline

/// Who does the work of a run.
public enum Workforce: Sendable {
  /// This process, on several inputs at a time.
  case thisProcess(width: Int)
  /// Processes of their own, each on one input at a time and replaced after `recycle` of them; `log` gets what they
  /// write to standard output and error.
  case processes(count: Int, recycle: Int, log: @Sendable (String) -> Void)

  /// Inputs after which a process is replaced, unless the user wants something else.
  public static let standardRecycling = 5000

  var count: Int {
    switch self {
    case .thisProcess(let width): width
    case .processes(let count, _, _): count
    }
  }

  func runner(_ processor: DocumentProcessor, _ pipeline: ResolvedPipeline, lexicon: String?) -> any Runner {
    switch self {
    case .thisProcess(let width): InProcessRunner(processor, width: width)
    case .processes(let count, let recycle, let log):
      WorkerRunner(processor, pipeline, lexicon: lexicon, width: count, recycle: recycle, log: log)
    }
  }
}

public import Pipeline

/// One execution of a pipeline over inputs.
public struct PipelineRun: Sendable {
  private let pipeline: ResolvedPipeline
  private let processor: DocumentProcessor
  private let inputs: InputList
  private let lexicon: String?
  private let outputFolder: String
  private let options: RunOptions
  private let identity: RunIdentity
  private let runner: any Runner
  private let report: ReportWriter

  /// - Parameters:
  ///   - lexicon: path of the compiled lexicon; `nil` if the pipeline names none.
  ///   - workforce: who does the work.
  /// - Throws: ``StageSetupFailure``, ``LexiconFailure``.
  public init(
    _ pipeline: ResolvedPipeline, inputs: InputList, lexicon: String?, outputFolder: String, workforce: Workforce,
    options: RunOptions = RunOptions()
  ) throws {
    self.pipeline = pipeline
    self.inputs = inputs
    self.lexicon = lexicon
    self.outputFolder = outputFolder
    self.options = options
    identity = try RunIdentity(pipeline, lexicon: lexicon)
    processor = try DocumentProcessor(pipeline, lexicon: lexicon)
    runner = workforce.runner(processor, pipeline, lexicon: lexicon)
    report = ReportWriter(workers: workforce.count)
  }

  /// Processes every input that is not done and writes the output.
  ///
  /// After a kill, a full disk or an interruption the same call goes on where this one stopped.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked again and again; the run stops when it says so.
  ///   - note: called with what is good to know.
  ///   - progress: called after each input that was worked on, in input order.
  /// - Throws: ``OutputFailure`` if the output cannot be written, ``LedgerFailure`` if the folder's ledger cannot be used,
  ///   ``RunInterrupted``; what stands under final names is then as it was.
  public func execute(
    isInterrupted: @Sendable () -> Bool = { false }, note: (String) -> Void = { _ in },
    progress: (InputResult, RunSummary) -> Void
  ) async throws -> RunSummary {
    let clock = ContinuousClock()
    let start = clock.now
    let folder = try RunFolder(outputFolder)
    let lock = try RunLock(folder.lock)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try open(folder)
    if let moving = try ledger.run(.moving) { try OutputMove(folder: folder).finish(moving.id, ledger) }
    let (inputs, gone) = try inputsToKeep(ledger)
    let plan = try RunPlan(inputs, identity, ledger, folder, options, pipeline)
    plan.notes.forEach(note)
    if let lost = gone.first(where: { !plan.isDone($0) }) {
      throw LedgerFailure(
        "\(outputFolder): What came of inputs that are not there any more, such as \(inputs[lost].uri), cannot be made "
          + "again with a pipeline, or an output, that has changed. Choose another folder with --output, or put them back."
      )
    }
    if plan.isComplete, let previous = plan.previous {
      try ledger.restamp(previous.id, plan.stamps.map { (Int($0.key), $0.value) })
      let summary = try summary(
        of: previous.id, ledger, worked: 0, unchanged: inputs.count, duration: clock.now - start)
      if !ReportWriter.isThere(folder) { try report.write(previous.id, summary, ledger, folder) }
      return summary
    }
    if plan.resumed != nil { note("Going on behind input \(plan.done) of \(inputs.count).") }
    let run = try plan.resumed?.id ?? ledger.begin(identity)
    try ledger.update(run, identity)
    let output = try stagedOutput(folder, ledger, run)
    let committer = RunCommitter(run, plan, ledger, output)
    do {
      try await runner.run(plan.work(of: inputs), isInterrupted: isInterrupted) { result in
        try committer.add(result)
        var summary = committer.summary
        summary.duration = clock.now - start
        progress(result, summary)
      }
    } catch is CancellationError {
      try committer.commit()
      throw RunInterrupted(done: committer.position, total: inputs.count)
    }
    try committer.keepUntilWork()
    try committer.commit()
    var files = try output.finish { try ledger.hasFiles(run, below: $0) }
    files += try RecordWriter(pipeline: pipeline, lexicon: lexicon).write(run, ledger, output, files: files)
    let command = options.command.isEmpty ? ["songngu", "run", pipeline.file] : options.command
    files.append(try output.write("quarantine.csv", ledger.quarantine(run, command: command)))
    try folder.sync()
    try ledger.beginMoving(run, files: files, duration: clock.now - start)
    try OutputMove(folder: folder).finish(run, ledger)
    let counts = committer.summary
    let summary = try summary(
      of: run, ledger, worked: counts.workedBytes, unchanged: counts.unchanged, duration: clock.now - start)
    try report.write(run, summary, ledger, folder)
    return summary
  }

  /// The inputs, and with them those of the last run that are gone, if the user wants their results kept.
  ///
  /// - Returns: also the positions of those.
  private func inputsToKeep(_ ledger: Ledger) throws -> (inputs: InputList, gone: [Int]) {
    guard options.keepsGone, let complete = try ledger.run(.complete) else { return (inputs, []) }
    let present = Set(inputs.map(\.path))
    var gone: Set<InputPath> = []
    var position = 0
    while true {
      let rows = try ledger.inputs(complete.id, from: position, limit: 1000)
      guard let last = rows.last else { break }
      position = last.position + 1
      for row in rows where !present.contains(InputPath(row.path)) { gone.insert(InputPath(row.path)) }
    }
    var all = inputs
    for path in gone { all.append(Input(path: path)) }
    all = all.sorted()
    return (all, all.indices.filter { gone.contains(all[$0].path) })
  }

  /// Moves what the last run was made of out of an inbox.
  ///
  /// - Parameter problem: called with what could not be moved and why.
  /// - Throws: ``LedgerFailure``.
  func moveInputs(_ mover: InboxMover, problem: (String) -> Void) throws {
    let folder = try RunFolder(outputFolder)
    let ledger = try Ledger(folder.ledger)
    guard let complete = try ledger.run(.complete) else { return }
    try mover.move(complete, ledger, limit: pipeline.limits.inputSize, problem: problem)
  }

  private func open(_ folder: RunFolder) throws -> Ledger {
    if options.rebuild {
      Ledger.remove(folder.ledger)
      folder.clearStaging()
    }
    let ledger = try Ledger(folder.ledger)
    if let owner = try ledger.owner(), owner.pipeline != identity.pipeline {
      throw LedgerFailure(
        "\(outputFolder): This folder holds the output of the pipeline “\(owner.pipeline)” (\(owner.file)), and this is "
          + "“\(identity.pipeline)” (\(identity.file)). Choose another folder with --output.")
    }
    return ledger
  }

  private func stagedOutput(_ folder: RunFolder, _ ledger: Ledger, _ run: Int64) throws -> StagedOutput {
    let lengths = try ledger.streams(run).map(\.length)
    var keep: Set<String> = []
    try ledger.files(run, 0...Int.max) { keep.insert("files/" + $1.path) }
    for (number, length) in lengths.enumerated() where length > 0 {
      let path = StagedOutput.path(processor.writers[number / 2].stage)
      keep.insert(number % 2 == 0 ? "files/" + path : "notes/\(number / 2)")
    }
    try folder.clearStaging(except: keep)
    return try StagedOutput(folder, writers: processor.writers, lengths: lengths)
  }

  private func summary(
    of run: Int64, _ ledger: Ledger, worked: Int, unchanged: Int, duration: Duration
  ) throws -> RunSummary {
    var summary = try ledger.summary(run)
    summary.workedBytes = worked
    summary.unchanged = unchanged
    summary.duration = duration
    return summary
  }
}

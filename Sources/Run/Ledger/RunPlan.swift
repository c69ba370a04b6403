import Pipeline
import StageKit

/// What is left to do, from what the ledger knows and what the files say.
struct RunPlan {
  /// The unfinished run that goes on, if there is one.
  private(set) var resumed: LedgerRun?
  /// Inputs of it that are done.
  private(set) var done = 0
  /// The complete run whose results are taken over, if there is one.
  private(set) var previous: LedgerRun?
  /// For each input from ``done`` on: its position in the previous run, or -1 if it must be worked on.
  private(set) var sources: [Int32] = []
  /// Stamps of inputs of the previous run that were read to be compared.
  private(set) var stamps: [Int32: FileStamp] = [:]
  /// Whether the output of the previous run is the output of this one.
  private(set) var isComplete = false
  /// For people.
  private(set) var notes: [String] = []

  private let ledger: Ledger
  private let comparison: InputComparison
  /// The writers' own files.
  private let mains: Set<String>

  /// - Parameters:
  ///   - identity: of the run to come.
  init(
    _ inputs: InputList, _ identity: RunIdentity, _ ledger: Ledger, _ folder: RunFolder, _ options: RunOptions,
    _ pipeline: ResolvedPipeline
  ) throws {
    self.ledger = ledger
    comparison = InputComparison(limit: pipeline.limits.inputSize, keepsGone: options.keepsGone)
    mains = Set(pipeline.writers.map(StagedOutput.path))
    let running = try ledger.run(.running)
    if let running, running.fingerprint == identity.fingerprint, !options.force {
      try resume(running, inputs, folder)
    } else if let running {
      try ledger.discard(running.id)
      folder.clearStaging()
      if !options.force { notes.append("The pipeline is not what it was when the run stopped; it begins anew.") }
    } else {
      folder.clearStaging()
    }
    sources = Array(repeating: -1, count: inputs.count - done)
    guard !options.force, let complete = try ledger.run(.complete), complete.fingerprint == identity.fingerprint else {
      return
    }
    try takeOver(complete, inputs, identity, folder, retry: options.retry)
  }

  /// Whether an input needs no work.
  func isDone(_ position: Int) -> Bool { position < done || sources[position - done] >= 0 }

  /// The inputs that must be worked on.
  func work(of inputs: InputList) -> InputList {
    var work = InputList()
    for (index, source) in sources.enumerated() where source < 0 { work.append(path: inputs.path(done + index)) }
    return work
  }

  /// Keeps the first inputs of an unfinished run that are as they were.
  private mutating func resume(_ run: LedgerRun, _ inputs: InputList, _ folder: RunFolder) throws {
    var cursor = LedgerCursor(ledger, run: run.id)
    var stamps: [(position: Int, stamp: FileStamp)] = []
    var places: StreamPlaces?
    while done < inputs.count, let recorded = try cursor.input(at: done), recorded.path[...] == inputs.path(done),
      case .same(let stamp) = comparison.compare(inputs[done], with: recorded)
    {
      if let stamp { stamps.append((done, stamp)) }
      places = recorded.places
      done += 1
    }
    if let places {
      if try ledger.inputCount(run.id) > done {
        notes.append("Inputs changed since the run stopped; it goes on from the first that did.")
        try ledger.truncate(run.id, at: done, streams: places.ranges.map(\.upperBound))
      }
      try ledger.restamp(run.id, stamps)
      resumed = run
    } else {
      done = 0
      try ledger.discard(run.id)
      folder.clearStaging()
    }
  }

  /// Finds what can be taken over from a complete run.
  private mutating func takeOver(
    _ run: LedgerRun, _ inputs: InputList, _ identity: RunIdentity, _ folder: RunFolder, retry: Bool
  ) throws {
    let check = try OutputCheck(run, ledger, folder, mains: mains)
    guard check.streamsAreIntact else {
      notes.append(contentsOf: check.notes)
      return
    }
    previous = run
    var cursor = LedgerCursor(ledger, run: run.id)
    var expected = 0
    for index in sources.indices {
      let position = done + index
      let path = inputs.path(position)
      var recorded = try cursor.input(at: expected)
      if recorded.map({ $0.path[...] != path }) ?? true { recorded = try ledger.input(run.id, path: Array(path)) }
      guard let recorded else { continue }
      expected = recorded.position + 1
      if retry && !recorded.outcome.isSuccess || check.damaged.contains(recorded.position) { continue }
      if case .same(let stamp) = comparison.compare(inputs[position], with: recorded) {
        sources[index] = Int32(recorded.position)
        if let stamp { stamps[Int32(recorded.position)] = stamp }
      }
    }
    notes.append(contentsOf: check.notes)
    let isEverything = try ledger.inputCount(run.id) == inputs.count
    isComplete =
      resumed == nil && isEverything && check.filesAreIntact && run.yaml == identity.yaml
      && sources.enumerated().allSatisfy { $0.offset == Int($0.element) }
  }
}

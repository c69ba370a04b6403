import StageKit

/// Takes results in input order, puts those of earlier runs between them, and enters both into the ledger in batches.
///
/// The order in each batch: streams and files are on the disk, then one transaction says how long the streams are.
final class RunCommitter {
  private let run: Int64
  private let plan: RunPlan
  private let ledger: Ledger
  private let output: StagedOutput
  private var batch = LedgerBatch()
  private var lastCommit = ContinuousClock.now
  /// Short at first, so that a run that is killed early and often gets on; then at least ten times as long as the disk
  /// takes for a batch.
  private var interval = Duration.milliseconds(10)
  private static let usualInterval = Duration.milliseconds(500)
  private static let mostEntries = 5_000

  /// The next input.
  private(set) var position: Int
  private(set) var summary = RunSummary()

  init(_ run: Int64, _ plan: RunPlan, _ ledger: Ledger, _ output: StagedOutput) {
    self.run = run
    self.plan = plan
    self.ledger = ledger
    self.output = output
    position = plan.done
    summary.inputs = plan.done
  }

  func add(_ result: InputResult) throws {
    try keepUntilWork()
    let (places, files) = try output.add(result.renderings)
    batch.entries.append(
      LedgerEntry(
        position: position, path: result.input.path, stamp: result.stamp, digest: result.digest,
        outcome: result.outcome, attempts: result.attempts, failures: result.delivery.failures,
        documents: result.documents, places: places, files: files))
    batch.timings.merge(result.timings)
    position += 1
    summary.add(result)
    if batch.entries.count >= Self.mostEntries || ContinuousClock.now - lastCommit >= interval { try commit() }
  }

  /// Takes over the inputs before the next that must be worked on; behind the last result, all that are left.
  func keepUntilWork() throws {
    guard let previous = plan.previous else { return }
    while position - plan.done < plan.sources.count {
      let first = plan.sources[position - plan.done]
      if first < 0 { return }
      var count = 1
      while position - plan.done + count < plan.sources.count,
        plan.sources[position - plan.done + count] == first + Int32(count)
      { count += 1 }
      try keep(Int(first), count: count, of: previous.id)
    }
  }

  private func keep(_ first: Int, count: Int, of previous: Int64) throws {
    guard let begin = try ledger.inputs(previous, from: first, limit: 1).first,
      let end = try ledger.inputs(previous, from: first + count - 1, limit: 1).first
    else { throw LedgerFailure.corrupt(ledger.path, "an input is missing") }
    let distances = try output.keep(from: begin.places, to: end.places)
    batch.kept.append(KeptInputs(run: previous, from: first, to: position, count: count, distances: distances))
    for offset in 0..<count {
      if let stamp = plan.stamps[Int32(first + offset)] { batch.stamps.append((position + offset, stamp)) }
    }
    position += count
    summary.inputs += count
    summary.unchanged += count
  }

  /// Makes everything so far last, whatever happens next.
  func commit() throws {
    if batch.isEmpty { return }
    let clock = ContinuousClock()
    let start = clock.now
    try output.sync()
    try ledger.commit(batch, to: run, streams: output.streamLengths)
    batch = LedgerBatch()
    lastCommit = clock.now
    interval = max(min(Self.usualInterval, interval * 2), (lastCommit - start) * 10)
  }
}

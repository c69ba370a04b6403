import Foundation
public import Pipeline

/// Processes what arrives in a folder, until it is told to stop.
///
/// What is done is known from the ledger, so nothing is done again after a restart.
public struct InboxWatch: Sendable {
  public struct Settings: Sendable {
    /// How long a file must rest before it counts as complete when nobody said so.
    public var settling = Duration.seconds(2)
    /// How often the folder is looked through although nothing was heard.
    public var rescan = Duration.seconds(60)
    public var mover: InboxMover

    public init(mover: InboxMover) { self.mover = mover }
  }

  private let inbox: String
  private let pipeline: ResolvedPipeline
  private let outputFolder: String
  private let settings: Settings
  private static let slice = Duration.milliseconds(200)
  private static let longestFlood = Duration.seconds(2)

  public init(_ inbox: String, _ pipeline: ResolvedPipeline, outputFolder: String, settings: Settings) {
    self.inbox = inbox
    var pipeline = pipeline
    pipeline.paths = [inbox]
    self.pipeline = pipeline
    self.outputFolder = outputFolder
    self.settings = settings
  }

  /// - Parameters:
  ///   - run: makes a run over inputs; called for each batch.
  ///   - isInterrupted: asked several times a second; the watch ends when it says so.
  ///   - note: called with what is good to know.
  ///   - problem: called with what went wrong; the watch goes on and tries again.
  ///   - progress: called after each input that was worked on.
  ///   - batch: called after each batch in which something was done.
  /// - Throws: ``OutputFailure`` if the folder cannot be watched, ``LedgerFailure`` if its results cannot be kept.
  public func execute(
    run: (ResolvedPipeline, InputList, RunOptions) throws -> PipelineRun, isInterrupted: @Sendable () -> Bool,
    note: (String) -> Void, problem: (String) -> Void, progress: (InputResult, RunSummary) -> Void,
    batch: (RunSummary) -> Void
  ) async throws {
    let events = try FolderEvents(inbox)
    var tracker = ArrivalTracker(settling: settings.settling)
    var done = ""
    while !isInterrupted() {
      let scan = InboxScan(inbox, pipeline, &tracker)
      scan.problems.forEach(problem)
      var failed = false
      // An inbox that was never filled makes no output; one that was emptied does.
      if scan.mark != done, !scan.inputs.isEmpty || !done.isEmpty {
        do {
          let work = try run(pipeline, scan.inputs, RunOptions(keepsGone: settings.mover.movesAnything))
          let summary = try await work.execute(isInterrupted: isInterrupted, note: note, progress: progress)
          if summary.unchanged < summary.inputs || summary.inputs == 0 { batch(summary) }
          done = scan.mark
          if settings.mover.movesAnything { try work.moveInputs(settings.mover, problem: problem) }
        } catch is RunInterrupted {
          return
        } catch let failure as LedgerFailure {
          // Nothing that time heals.
          throw failure
        } catch {
          problem("\(error)")
          failed = true
        }
      }
      wait(for: events, &tracker, isWaiting: scan.waiting > 0 && !failed, isInterrupted)
    }
  }

  /// Waits until something is heard, or it is time to look again.
  private func wait(
    for events: FolderEvents, _ tracker: inout ArrivalTracker, isWaiting: Bool, _ isInterrupted: () -> Bool
  ) {
    let clock = ContinuousClock()
    var end = clock.now + (isWaiting ? min(settings.settling, settings.rescan) : settings.rescan)
    var heard = false
    while clock.now < end, !isInterrupted() {
      let news = events.wait(milliseconds: Int32(Self.slice / .milliseconds(1)))
      for event in news { tracker.note(event) }
      // What comes in a flood is taken together, once there is a pause, or after a while if there is none.
      if news.isEmpty, heard { return }
      if !news.isEmpty, !heard {
        heard = true
        end = min(end, clock.now + Self.longestFlood)
      }
    }
    // The time may have run out between the first word of a file and the last, which follow each other closely.
    for event in events.wait(milliseconds: 20) { tracker.note(event) }
  }
}

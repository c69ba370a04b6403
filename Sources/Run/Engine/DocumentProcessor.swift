import Pipeline
public import StageKit

/// Takes one input through reader, stages and writers.
///
/// A value without state: any number of threads may use it.
public struct DocumentProcessor: Sendable {
  struct NamedReader: Sendable {
    let number: Int
    let stage: ResolvedPipeline.ResolvedStage
    let reader: any Reader
  }
  struct NamedStage: Sendable {
    let number: Int
    let stage: ResolvedPipeline.ResolvedStage
    let work: Stage
  }
  struct NamedWriter: Sendable {
    let number: Int
    let stage: ResolvedPipeline.ResolvedStage
    let writer: any Writer
  }

  let readers: [NamedReader]
  let stages: [NamedStage]
  let writers: [NamedWriter]
  let limits: Limits
  private let readerNames: Set<String>
  private let writerNames: Set<String>

  /// Makes every stage of the pipeline.
  ///
  /// - Parameter lexicon: path of the compiled lexicon.
  /// - Throws: ``StageSetupFailure`` naming the stage that cannot be made.
  public init(_ pipeline: ResolvedPipeline, lexicon: String?) throws {
    var number = -1
    func made(_ stage: ResolvedPipeline.ResolvedStage) throws -> Stage {
      number += 1
      do {
        return try stage.make(lexicon: lexicon)
      } catch {
        throw StageSetupFailure(stage: stage.id, reason: "\(error)")
      }
    }
    func namedStage(_ stage: ResolvedPipeline.ResolvedStage, _ work: Stage) -> NamedStage {
      NamedStage(number: number, stage: stage, work: work)
    }
    readers = try pipeline.readers.compactMap {
      if case .reader(let reader) = try made($0) { NamedReader(number: number, stage: $0, reader: reader) } else { nil }
    }
    stages = try pipeline.stages.map { namedStage($0, try made($0)) }
    writers = try pipeline.writers.compactMap {
      if case .writer(let writer) = try made($0) { NamedWriter(number: number, stage: $0, writer: writer) } else { nil }
    }
    limits = pipeline.limits
    readerNames = Set(pipeline.readers.map(\.id))
    writerNames = Set(pipeline.writers.map(\.id))
  }

  /// Everything that can be done for one input on its own: one attempt, or as many as its faults ask for.
  func process(_ item: WorkItem) -> InputResult {
    let clock = ContinuousClock()
    var course = Course(item.input)
    while plan(after: course.faults) != .nothing {
      let start = clock.now
      do {
        let delivery = try attempt(item, after: course.faults)
        return course.result(delivery, duration: clock.now - start)
      } catch {
        course.add(error, duration: clock.now - start)
      }
    }
    return course.resultWithoutDelivery()
  }

  /// The provenance of a reader, stage or writer.
  func provenance(of id: String) -> Provenance? {
    (readers.map(\.stage) + stages.map(\.stage) + writers.map(\.stage)).first { $0.id == id }?.provenance
  }

  /// What comes after the faults of earlier attempts.
  func plan(after faults: [Fault]) -> AttemptPlan {
    AttemptPlan(after: faults, readers: readerNames, writers: writerNames)
  }

  /// One attempt at an input.
  ///
  /// - Parameter faults: what ended the attempts before it.
  /// - Throws: the fault that ended this one.
  func attempt(_ item: WorkItem, after faults: [Fault], watch: (any StageWatch)? = nil) throws(Fault) -> Delivery {
    var work = AttemptWork(self, plan(after: faults), faults: faults, watch: watch)
    return try work.deliver(item)
  }

  /// The documents of an input before any writer sees them; always at least one.
  public func documents(of input: Input, timings: inout StageTimings) -> [Document] {
    documents(of: WorkItem(input), timings: &timings)
  }

  /// The documents in a source that is in memory.
  public func documents(of source: Source, timings: inout StageTimings) -> [Document] {
    documents(of: WorkItem(source), timings: &timings)
  }

  private func documents(of item: WorkItem, timings: inout StageTimings) -> [Document] {
    var faults: [Fault] = []
    while true {
      var work = AttemptWork(self, plan(after: faults), faults: faults, watch: nil)
      do {
        let documents = try work.documents(of: item)
        timings.merge(work.timings)
        return documents
      } catch {
        // A report runs no stage, so that it has no fault of its own.
        faults.append(error)
      }
    }
  }
}

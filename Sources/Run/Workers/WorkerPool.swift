import CWorkerBoard
import ChildProcess
import Glibc
import Pipeline

/// Worker processes, and what they have to do.
///
/// One thread feeds them, collects their results, puts them in order, and replaces the processes that end. It must not
/// change during a run: the workers end with the thread that started them.
final class WorkerPool {
  struct Settings: Sendable {
    /// Number of processes.
    var count = 1
    /// The program; it must call ``WorkerMain``.
    var executable = "/proc/self/exe"
    /// Inputs after which a process is replaced.
    var recycle = Workforce.standardRecycling
    /// Tenths of a second without a sign of life after which a process is given up.
    var silence = 100
    /// Bytes of results that may wait for an earlier one.
    var waitingBytes = 256 << 20
  }

  private let processor: DocumentProcessor
  private let setup: [UInt8]
  private let settings: Settings
  private let log: (String) -> Void
  private let stageNames: [String]

  private var workers: [Worker?]
  /// Inputs to be tried again, or that a worker did not come to, by place.
  private var returned: [Ticket] = []
  /// Results that wait for an earlier one.
  private var waiting: [Int: InputResult] = [:]
  private var waitingBytes = 0
  private var committed = 0
  private var nextPlace = 0
  private var attempts: UInt64 = 0
  private var sourceHasEnded = false
  private var sourceIsEmpty = false
  /// Ends of processes in a row that cannot be laid on an input.
  private var senselessEnds = 0
  private var nextTick: Int64 = 0

  init(_ processor: DocumentProcessor, setup: WorkerSetup, settings: Settings, log: @escaping (String) -> Void) {
    self.processor = processor
    self.setup = setup.frame()
    self.settings = settings
    self.log = log
    stageNames = (processor.readers.map(\.stage) + processor.stages.map(\.stage) + processor.writers.map(\.stage))
      .map(\.id)
    workers = Array(repeating: nil, count: max(1, settings.count))
  }

  /// Takes every input of the source through a worker.
  ///
  /// - Parameter commit: called once for each input, in their order.
  /// - Throws: ``WorkerFailure`` if the processes cannot work at all, `CancellationError` after an interruption, and
  ///   what `commit` throws.
  func run(
    _ source: inout some WorkSource, isInterrupted: () -> Bool, commit: (InputResult) throws -> Void
  ) throws {
    // A worker may die while it is written to.
    ChildProcess.ignoreBrokenPipes()
    while true {
      if isInterrupted() { throw CancellationError() }
      try feed(&source)
      while let result = waiting.removeValue(forKey: committed) {
        waitingBytes -= result.delivery.bulk
        committed += 1
        try commit(result)
      }
      if sourceHasEnded, committed == nextPlace { break }
      wait(sourceIsEmpty ? source.descriptor : nil)
      sourceIsEmpty = false
      try collect()
      tickIfDue()
    }
    closeAll()
  }

  // MARK: Feeding

  private func feed(_ source: inout some WorkSource) throws {
    for depth in 0..<2 {
      for slot in workers.indices {
        if let worker = workers[slot] {
          guard worker.queue.count == depth, worker.state != .closing else { continue }
        } else if depth > 0 {
          continue
        }
        guard let ticket = try nextTicket(&source) else { return }
        let worker = try workers[slot] ?? start(slot)
        var numbered = ticket
        attempts += 1
        numbered.number = attempts
        worker.send(numbered)
      }
    }
  }

  private func start(_ slot: Int) throws(WorkerFailure) -> Worker {
    let worker = try Worker(name: slot + 1, executable: settings.executable, setup: setup)
    workers[slot] = worker
    return worker
  }

  private func nextTicket(_ source: inout some WorkSource) throws -> Ticket? {
    if !returned.isEmpty { return returned.removeFirst() }
    // At most so many ahead that a slow input does not stop the others at once.
    while !sourceHasEnded, !sourceIsEmpty, nextPlace < committed + 16 * workers.count,
      waitingBytes < settings.waitingBytes
    {
      switch try source.next() {
      case .item(let item):
        nextPlace += 1
        return Ticket(place: nextPlace - 1, item)
      case .result(let result):
        wait(result, at: nextPlace)
        nextPlace += 1
      case .later: sourceIsEmpty = true
      case .end: sourceHasEnded = true
      }
    }
    return nil
  }

  private func wait(_ result: InputResult, at place: Int) {
    waiting[place] = result
    waitingBytes += result.delivery.bulk
  }

  private func giveBack(_ tickets: [Ticket]) {
    returned += tickets
    returned.sort { $0.place < $1.place }
  }

  // MARK: Waiting and collecting

  private func wait(_ descriptor: Int32?) {
    var polls: [pollfd] = []
    polls.reserveCapacity(4 * workers.count + 1)
    if let descriptor { polls.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let first = polls.count
    var isEnding = false
    for case let worker? in workers {
      worker.appendPolls(to: &polls)
      if worker.isMute { isEnding = true }
    }
    if !waiting.isEmpty, waiting[committed] != nil { return }
    guard poll(&polls, nfds_t(polls.count), isEnding ? 2 : 100) > 0 else { return }
    for entry in polls[first...] where entry.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      if entry.revents & Int16(POLLIN) != 0 { continue }
      for case let worker? in workers where worker.owns(entry.fd) { worker.hangUp() }
    }
  }

  private func collect() throws {
    for slot in workers.indices {
      guard let worker = workers[slot] else { continue }
      try receive(worker)
      worker.drainLogs { self.log($0, worker) }
      worker.flush()
      if worker.state == .closing, worker.queue.isEmpty { worker.close() }
      if worker.isMute, let end = worker.end() { try bury(slot, worker, end) }
    }
  }

  private func receive(_ worker: Worker) throws {
    var refusal: String?
    worker.receive { (kind, decoder) throws(FrameDecoder.Garbled) in
      switch kind {
      case .ready: worker.state = worker.state == .starting ? .ready : worker.state
      case .refused: refusal = try decoder.string()
      case .delivery, .fault: try self.take(kind, &decoder, worker)
      case .setup, .request: throw FrameDecoder.Garbled()
      }
    }
    if let refusal { throw WorkerFailure(refusal) }
  }

  private func take(
    _ kind: FrameHead.Kind, _ decoder: inout FrameDecoder, _ worker: Worker
  ) throws(FrameDecoder.Garbled) {
    let number = UInt64(truncatingIfNeeded: try decoder.number())
    let duration = try decoder.duration()
    guard let ticket = worker.queue.first, ticket.number == number else { throw FrameDecoder.Garbled() }
    if kind == .delivery {
      let delivery = try Delivery(&decoder)
      wait(ticket.course.result(delivery, duration: duration), at: ticket.place)
    } else {
      charge(ticket, try decoder.fault(), duration)
    }
    worker.queue.removeFirst()
    worker.forgetLogs()
    senselessEnds = 0
    worker.done += 1
    if worker.done >= settings.recycle { worker.state = .closing }
  }

  /// Lays a fault on an input: it is tried again, or its course is at its end.
  private func charge(_ ticket: Ticket, _ fault: Fault, _ duration: Duration) {
    var ticket = ticket
    ticket.course.add(fault, duration: duration)
    if processor.plan(after: ticket.course.faults) == .nothing {
      wait(ticket.course.resultWithoutDelivery(), at: ticket.place)
    } else {
      giveBack([ticket])
    }
  }

  // MARK: Ends

  /// Takes leave of a process that has ended, and finds out on whose account.
  private func bury(_ slot: Int, _ worker: Worker, _ end: ChildEnd) throws {
    workers[slot] = nil
    worker.drainLogs { self.log($0, worker) }
    var queue = worker.queue
    if let first = queue.first, first.number == worker.board.input {
      senselessEnds = 0
      if Diagnosis.isSomebodyElses(worker, end.cause), first.pardons < Ticket.mostPardons {
        queue[0].pardons += 1
        return giveBack(queue)
      }
      queue.removeFirst()
      let stage = worker.board.stage.flatMap { stageNames.indices.contains($0) ? stageNames[$0] : nil }
      let duration = Duration.nanoseconds(worker.board.elapsed ?? 0)
      charge(first, Diagnosis.fault(worker, end.cause, stage: stage, processor.limits), duration)
    } else if worker.state != .closing {
      senselessEnds += 1
      if senselessEnds > 2 * workers.count, senselessEnds > 5 {
        let last = worker.lastLogLine
        throw WorkerFailure(
          "Worker processes end before they do any work: \(end.cause)."
            + (last.isEmpty ? "" : " The last one said: \(last)"))
      }
    }
    giveBack(queue)
  }

  private func log(_ line: String, _ worker: Worker) {
    let input = worker.queue.first.map { ", \($0.item.input.uri)" } ?? ""
    log("worker \(worker.name)\(input): \(line)")
  }

  /// Ten times a second: kills what takes too long or gives no sign of life.
  private func tickIfDue() {
    let now = worker_clock()
    guard now >= nextTick else { return }
    // One at a time: when this process itself was stopped, the workers had no turn either.
    nextTick = now + 100_000_000
    for case let worker? in workers {
      worker.tick()
      if let first = worker.queue.first, first.number == worker.board.input, let elapsed = worker.board.elapsed,
        elapsed > Int64(processor.limits.seconds + 1) * 1_000_000_000
      {
        worker.kill(.timeout)
      } else if worker.silentTicks > (worker.state == .starting ? 10 : 1) * settings.silence {
        worker.kill(.silence)
      }
    }
  }

  private func closeAll() {
    for case let worker? in workers { worker.close() }
    for _ in 0..<200 {
      for slot in workers.indices where workers[slot]?.end() != nil { workers[slot] = nil }
      if workers.allSatisfy({ $0 == nil }) { return }
      usleep(10_000)
    }
    // The last reference goes, and the process with it.
    workers = []
  }
}

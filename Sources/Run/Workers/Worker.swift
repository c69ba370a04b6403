import ChildProcess
import Glibc

/// The supervisor's hold on one worker process.
final class Worker {
  enum State {
    case starting
    case ready
    /// Gets no more inputs and ends when those it has are done.
    case closing
  }

  let name: Int
  let board: WorkerBoard
  private let process: ChildProcess
  private let replies: Descriptor
  /// `nil` once the worker was told that there are no more.
  private var requests: Descriptor?
  private var receiver = FrameReceiver()
  private var logs: [LogLines]

  var state = State.starting
  /// What it was given, in order; it works on the first.
  var queue: [Ticket] = []
  /// How many inputs it has done.
  var done = 0
  /// Why the supervisor killed it.
  private(set) var reasonForKill: KillReason?
  /// Whether there is no sense in reading its replies any more, until it has ended.
  private(set) var isMute = false
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var lastBeat: UInt64 = 0
  /// Looks at the board without a new beat.
  private(set) var silentTicks = 0

  /// `F_SETPIPE_SZ` of Linux, which the C library shows to its extensions only.
  private static let setPipeSize: Int32 = 1031

  enum KillReason { case timeout, silence, rubbish, notWanted }

  /// Starts a process and gives it its setup.
  /// - Throws: ``WorkerFailure``.
  init(name: Int, executable: String, setup: [UInt8]) throws(WorkerFailure) {
    self.name = name
    let (board, boardDescriptor) = try WorkerBoard.create()
    self.board = board
    do {
      let (requestsRead, requestsWrite) = try Descriptor.pipe()
      let (repliesRead, repliesWrite) = try Descriptor.pipe()
      process = try ChildProcess(
        executable: executable, arguments: WorkerMain.arguments, input: .null,
        descriptors: [
          WorkerLink.requests: requestsRead, WorkerLink.replies: repliesWrite, WorkerLink.board: boardDescriptor,
        ])
      requestsWrite.setNonBlocking()
      // Room for most answers, so that the worker goes on while the supervisor does something else.
      _ = fcntl(repliesRead.number, Self.setPipeSize, 1 << 20)
      requests = requestsWrite
      replies = repliesRead
    } catch let error as SpawnFailure {
      throw WorkerFailure("A worker process cannot be started: \(error).")
    } catch {
      throw WorkerFailure("A worker process cannot be started: no pipe can be made.")
    }
    logs = [process.standardOutput, process.standardError].compactMap { $0.map(LogLines.init) }
    write(setup)
  }

  // MARK: Sending

  func send(_ ticket: Ticket) {
    queue.append(ticket)
    write(WorkerRequest(number: ticket.number, item: ticket.item, faults: ticket.course.faults).frame())
  }

  private func write(_ frame: [UInt8]) {
    if outgoing.isEmpty { outgoing = frame } else { outgoing += frame }
    flush()
  }

  /// Writes what the pipe takes of what is left.
  func flush() {
    while let requests, sent < outgoing.count {
      let count = outgoing.withUnsafeBytes { Glibc.write(requests.number, $0.baseAddress! + sent, $0.count - sent) }
      if count > 0 { sent += count } else if errno != EINTR { return }  // full, or its end will be noticed
    }
    outgoing.removeAll(keepingCapacity: outgoing.count < 1 << 16)
    sent = 0
  }

  /// Tells the worker that there are no more inputs.
  func close() { requests = nil }

  // MARK: Waiting

  /// What to wait for.
  func appendPolls(to polls: inout [pollfd]) {
    func add(_ descriptor: Int32, _ events: Int32) {
      polls.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
    }
    if !isMute { add(replies.number, POLLIN) }
    if let requests, sent < outgoing.count { add(requests.number, POLLOUT) }
    for log in logs where !log.isAtEnd { add(log.number, POLLIN) }
  }

  /// Takes the messages that have come.
  func receive(_ message: (FrameHead.Kind, inout FrameDecoder) throws(FrameDecoder.Garbled) -> Void) {
    while true {
      switch receiver.step(replies.number, board, frame: message) {
      case .more: continue
      case .pending: return
      case .foreign:
        // The worker will find that out when the stage returns; by then it is known which one it was.
        isMute = true
        return
      case .garbled:
        isMute = true
        kill(.rubbish)
        return
      }
    }
  }

  /// Notices that nobody can write to the reply pipe any more.
  func hangUp() { isMute = true }

  func drainLogs(_ line: (String) -> Void) { for index in logs.indices { logs[index].drain(line) } }
  func forgetLogs() { for index in logs.indices { logs[index].forget() } }
  var lastLogLine: String { logs.map(\.last).last { !$0.isEmpty } ?? "" }
  func owns(_ descriptor: Int32) -> Bool { descriptor == replies.number }

  // MARK: Ending

  /// Looks at the board; called ten times a second.
  func tick() {
    let beat = board.heartbeat
    silentTicks = beat == lastBeat ? silentTicks + 1 : 0
    lastBeat = beat
  }

  func kill(_ reason: KillReason) {
    if reasonForKill == nil { reasonForKill = reason }
    process.terminate()
  }

  /// How the process ended; `nil` if it still runs.
  func end() -> ChildEnd? { process.endIfAny() }
  func waitForEnd() -> ChildEnd { process.wait() }
}

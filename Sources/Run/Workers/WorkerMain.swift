import Glibc
import Pipeline

/// What a worker process does: takes one input after the other from its supervisor until there are no more.
public enum WorkerMain {
  /// The arguments with which a supervisor starts this program.
  static let arguments = ["worker", "--supervised"]

  /// Whether a supervisor started this process.
  public static func isWanted(_ commandLine: [String]) -> Bool { Array(commandLine.dropFirst()) == arguments }

  /// Works until the supervisor closes the pipe; gives the exit status.
  public static func run() -> Int32 {
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, SIG_IGN) }  // its supervisor decides
    guard let board = WorkerBoard.map(WorkerLink.board) else { return status(.noBoard) }
    let link = WorkerLink(board)
    guard let message = link.receive(), message.kind == .setup,
      let setup = message.payload.withUnsafeBytes({ bytes -> WorkerSetup? in
        var decoder = FrameDecoder(bytes)
        return try? WorkerSetup(&decoder)
      })
    else { return status(.noSetup) }
    guard bind(to: setup.supervisor) else { return status(.noSupervisor) }
    let processor: DocumentProcessor
    do {
      processor = try setup.makeProcessor { line in
        // To the supervisor, which says whose it is.
        let bytes = Array((line + "\n").utf8)
        _ = write(2, bytes, bytes.count)
      }
    } catch {
      return refuse("\(error)", link)
    }
    guard board.limitMemory(processor.limits.memory), board.startHeartbeat(), board.watchSignals() else {
      return refuse("The system refuses a limit of memory, a thread or a handler of signals.", link)
    }
    guard link.send(FrameEncoder(.ready).frame()) else { return status(.noSupervisor) }
    work(processor, board, link)
    // At once: nothing that modules left behind is asked.
    _exit(0)
  }

  private static func work(_ processor: DocumentProcessor, _ board: WorkerBoard, _ link: WorkerLink) {
    let watch = BoardWatch(board: board, link: link)
    let clock = ContinuousClock()
    while let message = link.receive() {
      let request = message.payload.withUnsafeBytes { bytes -> WorkerRequest? in
        var decoder = FrameDecoder(bytes)
        return try? WorkerRequest(&decoder)
      }
      guard message.kind == .request, let request else { return }
      board.begin(request.number)
      let start = clock.now
      let answer: [UInt8]
      do {
        let delivery = try processor.attempt(request.item, after: request.faults, watch: watch)
        answer = delivery.frame(number: request.number, duration: clock.now - start)
      } catch {
        var encoder = FrameEncoder(.fault)
        encoder.number(Int(truncatingIfNeeded: request.number))
        encoder.duration(clock.now - start)
        encoder.fault(error)
        answer = encoder.frame()
      }
      board.deliver()
      guard link.send(answer) else { return }
    }
  }

  private static func refuse(_ reason: String, _ link: WorkerLink) -> Int32 {
    var encoder = FrameEncoder(.refused)
    encoder.string(reason)
    _ = link.send(encoder.frame())
    return status(.refused)
  }

  private enum Status: Int32 { case noBoard = 80, noSetup, noSupervisor, refused }

  private static func status(_ status: Status) -> Int32 { status.rawValue }
}

/// Writes on the board who is at work, and ends the process when the one that was has hurt the pipe.
private struct BoardWatch: StageWatch {
  let board: WorkerBoard
  let link: WorkerLink

  func begin(_ number: Int) { board.enter(number) }

  func end() {
    if link.isSound { return }
    board.accusePipe()
    _exit(1)
  }
}

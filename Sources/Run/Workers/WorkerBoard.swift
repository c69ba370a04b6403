import CWorkerBoard
import ChildProcess
import Glibc

/// The memory that a worker process shares with its supervisor.
///
/// Any thread may use it: its fields are atomic.
final class WorkerBoard: @unchecked Sendable {
  private let board: OpaquePointer

  private init(_ board: OpaquePointer) { self.board = board }

  deinit { worker_board_unmap(board) }

  /// A new one, and the descriptor with which another process maps it.
  /// - Throws: ``WorkerFailure``.
  static func create() throws(WorkerFailure) -> (board: WorkerBoard, descriptor: Descriptor) {
    var number: Int32 = -1
    guard let board = worker_board_create(&number) else {
      throw WorkerFailure("Memory for a worker process cannot be set up: \(String(cString: strerror(errno))).")
    }
    return (WorkerBoard(board), Descriptor(number))
  }

  /// The one behind a descriptor, which is closed; `nil` if there is none.
  static func map(_ descriptor: Int32) -> WorkerBoard? { worker_board_map(descriptor).map(WorkerBoard.init) }

  // The worker's side.

  func begin(_ input: UInt64) { worker_board_begin(board, input) }
  func deliver() { worker_board_deliver(board) }
  func enter(_ stage: Int) { worker_board_enter(board, Int32(stage)) }
  func announce(_ bytes: Int) { worker_board_announce(board, UInt64(bytes)) }
  func remember(_ reply: Int32) { worker_board_remember(board, reply) }
  func vouches(for reply: Int32) -> Bool { worker_board_vouches(board, reply) != 0 }
  func accusePipe() { worker_board_accuse(board, Int32(WORKER_VERDICT_PIPE)) }
  func startHeartbeat() -> Bool { worker_board_start_heartbeat(board) == 0 }
  func limitMemory(_ bytes: Int) -> Bool { worker_board_limit_memory(board, UInt64(bytes)) == 0 }
  func watchSignals() -> Bool { worker_board_watch_signals(board) == 0 }

  // The supervisor's side.

  /// The number of the input that was begun last.
  var input: UInt64 { worker_board_input(board) }
  /// The number of the reader, stage or writer at work.
  var stage: Int? {
    let stage = worker_board_stage(board)
    return stage < 0 ? nil : Int(stage)
  }
  /// Nanoseconds since the input was begun; `nil` if no clock runs.
  var elapsed: Int64? {
    let started = worker_board_started(board)
    return started == 0 ? nil : worker_clock() - started
  }
  var heartbeat: UInt64 { worker_board_heartbeat(board) }
  var untaken: Int { Int(clamping: worker_board_untaken(board)) }
  func take(_ bytes: Int) { worker_board_take(board, UInt64(bytes)) }
  var ranOutOfMemory: Bool { worker_board_verdict(board) == Int32(WORKER_VERDICT_OUT_OF_MEMORY) }
  var lostItsPipe: Bool { worker_board_verdict(board) == Int32(WORKER_VERDICT_PIPE) }
  var wasNearItsLimit: Bool { worker_board_was_near_limit(board) != 0 }
}

/// Worker processes cannot do the work at all, whatever the input.
public struct WorkerFailure: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}

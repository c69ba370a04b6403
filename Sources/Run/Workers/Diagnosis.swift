import ChildProcess
import Glibc
import Pipeline

/// Finds out what ended a worker process in the middle of an input.
enum Diagnosis {
  /// - Parameter stage: the reader, stage or writer that was at work.
  static func fault(_ worker: Worker, _ cause: ChildEnd.Cause, stage: String?, _ limits: Limits) -> Fault {
    switch worker.reasonForKill {
    case .timeout: return .timeout(stage: stage, limits)
    case .silence: return .silence(stage: stage)
    case .rubbish: return lostPipe(stage)
    case .notWanted, nil: break
    }
    if worker.board.lostItsPipe { return lostPipe(stage) }
    if worker.board.ranOutOfMemory { return .outOfMemory(stage: stage, limits) }
    switch cause {
    case .exit(let status): return .crash(stage: stage, "ended the program with exit status \(status)")
    // Nobody here sent it; when memory was short, it was the kernel.
    case .signal(SIGKILL) where worker.board.wasNearItsLimit: return .outOfMemory(stage: stage, limits)
    case .signal(let number): return .crash(stage: stage, "crashed with \(name(of: number))")
    case .unknown: return .crash(stage: stage, "crashed")
    }
  }

  /// Whether a worker was killed, and neither by this process nor, as far as can be told, for lack of memory.
  static func isSomebodyElses(_ worker: Worker, _ cause: ChildEnd.Cause) -> Bool {
    cause == .signal(SIGKILL) && worker.reasonForKill == nil && !worker.board.wasNearItsLimit
  }

  private static func lostPipe(_ stage: String?) -> Fault {
    .crash(stage: stage, "closed the pipe between worker and host, or wrote to it")
  }

  private static func name(of signal: Int32) -> String {
    let names: [Int32: String] = [
      SIGILL: "SIGILL, as a failed check of Swift does", SIGTRAP: "SIGTRAP, as a failed check of Swift does",
      SIGABRT: "SIGABRT, as a failed check of C or C++ does", SIGSEGV: "SIGSEGV, an access to memory that is not there",
      SIGBUS: "SIGBUS, an access to memory that cannot be", SIGFPE: "SIGFPE, a wrong calculation",
      SIGKILL: "SIGKILL, sent by the stage itself or somebody else", SIGSYS: "SIGSYS, a forbidden call of the system",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}

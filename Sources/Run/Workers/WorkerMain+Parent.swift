import CWorkerBoard
import Glibc

extension WorkerMain {
  /// Makes this process end with its supervisor; `false` if that is gone already.
  static func bind(to supervisor: Int) -> Bool { worker_bind_to_parent(pid_t(truncatingIfNeeded: supervisor)) == 0 }
}

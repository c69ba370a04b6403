public import Glibc
import Synchronization

/// A program that runs as a child of this process.
///
/// It gets a process group of its own, the descriptors that it is given and no others, no blocked and no ignored
/// signals. It ends with its last reference at the latest, and its whole group with it. It does not notice by itself
/// that this process has died, unless it reads a pipe: then it finds the end.
public final class ChildProcess: Sendable {
  /// What one of the child's standard streams is.
  public enum Stream: Sendable {
    /// A pipe to this process.
    case pipe
    /// That of this process.
    case inherit
    /// Nothing to read, and what is written is lost.
    case null
  }

  public let executable: String
  public let pid: pid_t
  /// This process's ends of the pipes, which do not block; `nil` where the stream is no pipe.
  public let standardInput: Descriptor?
  public let standardOutput: Descriptor?
  public let standardError: Descriptor?
  private let end = Mutex<ChildEnd?>(nil)

  /// Starts a program.
  ///
  /// Writing to a pipe whose reader is gone sends SIGPIPE to this process, so it must ignore that signal; see
  /// ``ignoreBrokenPipes()``.
  ///
  /// - Parameters:
  ///   - executable: path of the program; it is not looked up.
  ///   - arguments: without the name of the program.
  ///   - folder: where the child begins; the working directory of this process if `nil`.
  ///   - environment: all variables of the child; those of this process if `nil`.
  ///   - descriptors: more descriptors, by the number that each has in the child, 3 or above.
  /// - Throws: ``SpawnFailure``.
  public init(
    executable: String, arguments: [String] = [], folder: String? = nil, environment: [String: String]? = nil,
    input: Stream = .pipe, output: Stream = .pipe, errors: Stream = .pipe, descriptors: [Int32: Descriptor] = [:]
  ) throws(SpawnFailure) {
    precondition(descriptors.keys.allSatisfy { $0 > 2 }, "the numbers below 3 are the standard streams")
    do {
      var plan = SpawnPlan(highest: descriptors.keys.max() ?? 2)
      defer { plan.destroy() }
      standardInput = try plan.connect(0, input)
      standardOutput = try plan.connect(1, output)
      standardError = try plan.connect(2, errors)
      for (number, descriptor) in descriptors { try plan.give(descriptor.number, as: number) }
      if let folder { plan.begin(in: folder) }
      pid = try plan.spawn(executable, arguments, environment)
    } catch {
      throw SpawnFailure(executable: executable, folder: folder, code: error.code)
    }
    self.executable = executable
  }

  deinit {
    terminate()
    _ = wait()
  }

  /// Kills the child and its group at once.
  ///
  /// Does nothing once the end has been fetched; any thread may call it.
  public func terminate() {
    end.withLock { end in
      // Before the child is reaped, nobody else can have its number.
      if end == nil { kill(-pid, SIGKILL) }
    }
  }

  /// Waits for the end of the child; what is left of its group is then killed.
  @discardableResult
  public func wait() -> ChildEnd {
    var information = siginfo_t()
    // Without the lock, and leaving the child to be reaped, so that another thread can terminate it meanwhile.
    while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return reap(0) ?? .unknown
  }

  /// The end of the child; `nil` if it still runs.
  public func endIfAny() -> ChildEnd? {
    var information = siginfo_t()
    guard waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT | WNOHANG) != 0 || information.si_signo != 0 else {
      return nil
    }
    return reap(WNOHANG)
  }

  private func reap(_ options: Int32) -> ChildEnd? {
    end.withLock { end in
      if let end { return end }
      kill(-pid, SIGKILL)
      var status: Int32 = 0
      var usage = rusage()
      while true {
        let found = wait4(pid, &status, options, &usage)
        if found == pid { break }
        if found == 0 || errno != EINTR { return nil }
      }
      end = ChildEnd(status: status, usage: usage)
      return end
    }
  }

  /// Makes a write to a pipe without a reader an error of the write, for the whole of this process.
  public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}

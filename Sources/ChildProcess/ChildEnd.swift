import Glibc

/// How a process ended, and what it used.
public struct ChildEnd: Sendable {
  public enum Cause: Sendable, Equatable {
    case exit(status: Int32)
    case signal(Int32)
    /// Nobody knows: this process ignores SIGCHLD, or something else in it has fetched the end.
    case unknown
  }

  public let cause: Cause
  /// Largest resident memory, in bytes.
  public let peakMemory: Int
  /// Seconds of processor time, in user and system mode together.
  public let processorSeconds: Double

  static let unknown = ChildEnd(cause: .unknown, peakMemory: 0, processorSeconds: 0)

  private init(cause: Cause, peakMemory: Int, processorSeconds: Double) {
    self.cause = cause
    self.peakMemory = peakMemory
    self.processorSeconds = processorSeconds
  }

  init(status: Int32, usage: rusage) {
    let signal = status & 0x7F
    cause = signal == 0 ? .exit(status: (status >> 8) & 0xFF) : .signal(signal)
    peakMemory = Int(usage.ru_maxrss) << 10
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

extension ChildEnd.Cause: CustomStringConvertible {
  public var description: String {
    switch self {
    case .exit(let status): "exit status \(status)"
    case .signal(let number): "signal \(number) (\(String(cString: strsignal(number))))"
    case .unknown: "an unknown end"
    }
  }
}

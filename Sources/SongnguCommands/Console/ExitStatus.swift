/// How the program ends.
enum ExitStatus: Int32 {
  case success = 0
  /// Everything ran, but some documents failed or some check found faults.
  case someFailed = 1
  /// Nothing could run: wrong arguments, a configuration that cannot be used, output that cannot be written.
  case nothingRan = 2
  /// A signal stopped the run; the same command goes on.
  case interrupted = 130
}

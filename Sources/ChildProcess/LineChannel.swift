import Glibc

/// A conversation with a child: a question is a line on its standard input, the answer a line on its standard output.
///
/// Nothing that the child does or leaves undone can hold up the caller: pipes do not block, and the caller is asked
/// again and again whether it still wants to wait. What the child writes to standard error is read on the way, so that
/// it never waits for a full pipe. One thread at a time.
public final class LineChannel {
  /// Why there is no answer.
  ///
  /// After any of these the conversation is over; see ``stop()``.
  public enum Fault: Error, Sendable, Equatable {
    case ended(ChildEnd.Cause)
    /// It runs on, but nobody will hear from it.
    case closedOutput
    case answerTooLong(limit: Int)
    /// It answered although it had not read the question to its end.
    case answeredEarly
    /// It wrote more than an answer; what stands there begins so.
    case spokeUnasked([UInt8])
  }

  /// How long the caller goes without being asked.
  private static let milliseconds: Int32 = 20
  /// How long a child that has closed its output may take to end.
  private static let patience = Duration.seconds(2)

  private let child: ChildProcess
  private let input: Descriptor
  private let output: Descriptor
  private let errors: Descriptor
  private var heard: [UInt8] = []
  private var errorLines: ErrorLines
  private var outputIsOpen = true
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameters:
  ///   - child: its three streams must be pipes.
  ///   - log: called with each line that it writes to standard error.
  public init(_ child: ChildProcess, log: @escaping (String) -> Void) {
    guard let input = child.standardInput, let output = child.standardOutput, let errors = child.standardError else {
      preconditionFailure("the streams of the child must be pipes")
    }
    self.child = child
    self.input = input
    self.output = output
    self.errors = errors
    errorLines = ErrorLines(log: log)
  }

  /// The last line on the child's standard error that is not empty.
  public var lastWords: String { errorLines.last }

  /// Asks a question and waits for the answer.
  ///
  /// - Parameters:
  ///   - question: a line with its end.
  ///   - longestAnswer: bytes that an answer may have.
  ///   - check: called at least every 20 milliseconds; what it throws ends the waiting.
  /// - Returns: the answer without its line end.
  /// - Throws: ``Fault``, or what `check` throws.
  public func exchange(_ question: [UInt8], longestAnswer: Int, check: () throws -> Void) throws -> [UInt8] {
    guard heard.isEmpty else { throw Fault.spokeUnasked(Array(heard.prefix(80))) }
    var sent = 0
    var canSend = true
    var searched = 0
    while true {
      try check()
      let wantsToSend = canSend && sent < question.count
      let isIdle = !wait(wantsToSend: wantsToSend)
      if wantsToSend { canSend = send(question, &sent) }
      // Asked before the last reading, so that nothing it wrote before its end is missed.
      let hasEnded = isIdle && child.endIfAny() != nil
      hear()
      readErrors()
      if let line = takeLine(&searched) {
        guard line.count <= longestAnswer else { throw Fault.answerTooLong(limit: longestAnswer) }
        guard sent == question.count else { throw Fault.answeredEarly }
        return line
      }
      guard heard.count <= longestAnswer else { throw Fault.answerTooLong(limit: longestAnswer) }
      if hasEnded || !outputIsOpen { throw ending() }
    }
  }

  /// Sends a last line, and gives the child some time to end by itself before it is killed.
  ///
  /// - Returns: how it ended by itself; `nil` if it had to be killed.
  @discardableResult
  public func finish(_ line: [UInt8], within patience: Duration) -> ChildEnd.Cause? {
    var sent = 0
    _ = send(line, &sent)
    input.close()
    let end = waitForEnd(patience)
    stop()
    return end?.cause
  }

  /// Kills the child and reads the rest of its standard error.
  public func stop() {
    child.terminate()
    child.wait()
    readErrors()
    errorLines.finish()
  }

  /// Waits until something can be done, but not for long; `false` if nothing can.
  private func wait(wantsToSend: Bool) -> Bool {
    var wishes = [
      pollfd(fd: wantsToSend ? input.number : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: outputIsOpen ? output.number : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errorLines.isOpen ? errors.number : -1, events: Int16(POLLIN), revents: 0),
    ]
    return poll(&wishes, nfds_t(wishes.count), Self.milliseconds) > 0
  }

  /// Writes what there is room for; `false` if the child has closed its input.
  private func send(_ bytes: [UInt8], _ sent: inout Int) -> Bool {
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(input.number, $0.baseAddress! + sent, bytes.count - sent) }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      sent += count
    }
    return true
  }

  /// Reads what is there, up to some megabytes at a time.
  private func hear() {
    for _ in 0..<64 where outputIsOpen {
      let count = read(output.number, &chunk, chunk.count)
      if count > 0 {
        heard += chunk[..<count]
      } else {
        outputIsOpen = count < 0 && (errno == EAGAIN || errno == EINTR)
        return
      }
    }
  }

  private func readErrors() {
    for _ in 0..<4 where errorLines.isOpen {
      let count = read(errors.number, &chunk, chunk.count)
      if count > 0 {
        errorLines.add(chunk[..<count])
      } else {
        errorLines.isOpen = count < 0 && (errno == EAGAIN || errno == EINTR)
        return
      }
    }
  }

  private func takeLine(_ searched: inout Int) -> [UInt8]? {
    guard let end = heard[searched...].firstIndex(of: 0x0A) else {
      searched = heard.count
      return nil
    }
    let line = Array(heard[..<end])
    heard.removeFirst(end + 1)
    return line
  }

  private func ending() -> Fault {
    guard let end = waitForEnd(Self.patience) else { return .closedOutput }
    readErrors()
    errorLines.finish()
    return .ended(end.cause)
  }

  private func waitForEnd(_ patience: Duration) -> ChildEnd? {
    let deadline = ContinuousClock.now + patience
    while true {
      if let end = child.endIfAny() { return end }
      readErrors()
      guard ContinuousClock.now < deadline else { return nil }
      usleep(5000)
    }
  }
}

import ChildProcess
import Foundation
import TestSupport
import Testing

/// Real children, most of them shells.
struct ChildProcessTests {
  private let shell = "/bin/sh"

  init() { ChildProcess.ignoreBrokenPipes() }

  private func start(
    _ script: String, input: ChildProcess.Stream = .pipe, environment: [String: String]? = nil,
    descriptors: [Int32: Descriptor] = [:]
  ) throws -> ChildProcess {
    try ChildProcess(
      executable: shell, arguments: ["-c", script], environment: environment, input: input, descriptors: descriptors)
  }

  /// Everything until the end of a pipe.
  private func everything(_ descriptor: Descriptor?) throws -> String {
    let number = try #require(descriptor).number
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      var wish = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      poll(&wish, 1, -1)
      let count = read(number, &chunk, chunk.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  @Test func streamsAreJoinedByPipes() throws {
    let child = try start("read line; echo \"got $line\"; echo trouble >&2; exit 3")
    let line = Array("hello\n".utf8)
    #expect(write(try #require(child.standardInput).number, line, line.count) == 6)
    #expect(try everything(child.standardOutput) == "got hello\n")
    #expect(try everything(child.standardError) == "trouble\n")
    let end = child.wait()
    #expect(end.cause == .exit(status: 3))
    #expect(end.peakMemory > 100_000)
    #expect(end.processorSeconds >= 0)
  }

  @Test func childHasNoDescriptorsButThoseItIsGiven() throws {
    let open = try Descriptor.pipe()
    // One that others may inherit by mistake.
    let leak = Descriptor(dup(open.read.number))
    let child = try start("ls /proc/self/fd", input: .null, descriptors: [7: open.write])
    let listed = try everything(child.standardOutput).split(separator: "\n")
    // `ls` has one of its own on the folder, the lowest that is free.
    #expect(listed == ["0", "1", "2", "3", "7"])
    #expect(fcntl(leak.number, F_GETFD) == 0)
  }

  @Test func descriptorsThatTradeNumbersArriveUnderTheRightOnes() throws {
    let first = try Descriptor.pipe()
    let second = try Descriptor.pipe()
    // Numbers that stand for the other pipe in this process, as far as the child's may be chosen.
    let (a, b) = (max(3, second.write.number), max(3, first.write.number))
    // The shell takes one digit; `sh` is given the descriptors through /proc.
    let child = try start(
      "echo first > /proc/self/fd/\(a); echo second > /proc/self/fd/\(b)",
      descriptors: [a: first.write, b: second.write])
    #expect(child.wait().cause == .exit(status: 0))
    var chunk = [UInt8](repeating: 0, count: 16)
    #expect(read(first.read.number, &chunk, 16) == 6)
    #expect(String(decoding: chunk[..<6], as: UTF8.self) == "first\n")
    #expect(read(second.read.number, &chunk, 16) == 7)
    #expect(String(decoding: chunk[..<7], as: UTF8.self) == "second\n")
  }

  @Test func environmentIsReplacedWhole() throws {
    let child = try ChildProcess(executable: "/usr/bin/env", environment: ["ONLY": "this"], input: .null)
    #expect(try everything(child.standardOutput) == "ONLY=this\n")
  }

  @Test func terminationReachesGrandchildren() throws {
    let child = try start("sleep 600 & echo $!; wait")
    let number = try #require(child.standardOutput).number
    var wish = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    poll(&wish, 1, -1)
    var chunk = [UInt8](repeating: 0, count: 32)
    let count = read(number, &chunk, chunk.count)
    let text = String(decoding: chunk[..<max(0, count)], as: UTF8.self)
    #expect(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) != nil)
    #expect(child.endIfAny() == nil)
    child.terminate()
    #expect(child.wait().cause == .signal(SIGKILL))
    // Its end of the pipe closes only when it is gone.
    #expect(try everything(child.standardOutput) == "")
  }

  @Test func endIsKnownToWhoeverAsksAgain() throws {
    let child = try start("kill -SEGV $$")
    #expect(child.wait().cause == .signal(SIGSEGV))
    #expect(child.endIfAny()?.cause == .signal(SIGSEGV))
    #expect(child.wait().cause == .signal(SIGSEGV))
    child.terminate()
    #expect("\(child.wait().cause)" == "signal 11 (Segmentation fault)")
  }

  @Test func lastReferenceEndsTheChild() throws {
    var child: ChildProcess? = try start("sleep 600")
    let pid = try #require(child).pid
    child = nil
    #expect(kill(pid, 0) == -1 && errno == ESRCH)
  }

  @Test func writeToAChildThatIsGoneIsAnErrorAndNoSignal() throws {
    let child = try start("exit 0")
    child.wait()
    #expect(write(try #require(child.standardInput).number, [10], 1) == -1 && errno == EPIPE)
  }

  @Test func signalsOfTheChildAreFree() throws {
    let child = try start("kill -PIPE $$; exit 5")
    #expect(child.wait().cause == .signal(SIGPIPE), "the parent ignores SIGPIPE, the child must not")
  }

  @Test(arguments: [("/nowhere/program", "No such file or directory"), ("/etc/passwd", "Permission denied")])
  func programThatCannotStartIsNamed(path: String, reason: String) throws {
    do {
      _ = try ChildProcess(executable: path)
      Issue.record("\(path) started")
    } catch {
      #expect("\(error)" == "\(path) cannot be started: \(reason)")
    }
  }
}

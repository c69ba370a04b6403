import Glibc
import StageKit

/// What a stage of this module does when it comes upon its text.
enum Deed: String, CaseIterable {
  case nothing
  case trap, abort, segv, exit, kill, loop, throwError = "throw"
  case loopPolitely = "loop-politely"
  case overflowStack = "overflow-stack"
  case allocate
  case allocateOnce = "allocate-once"
  case allocateInC = "allocate-in-c"
  case allocateString = "allocate-string"
  case closePipe = "close-pipe"
  case rubbish
  case stopHeartbeat = "stop-heartbeat"
  case badResult = "bad-result"
  case muchResult = "much-result"
  case print

  /// Does what can be done from anywhere; what concerns the result is left to the stage.
  func perform(_ context: StageContext) throws {
    switch self {
    case .nothing, .badResult, .muchResult: break
    case .trap: fatalError("asked to")
    case .abort: Glibc.abort()
    case .segv: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .exit: Glibc.exit(3)
    case .kill: Glibc.kill(getpid(), SIGKILL)
    case .loop: while clock() != -2 {}
    case .loopPolitely: while true { try context.checkCancelled() }
    case .throwError: throw Failure()
    case .overflowStack: Swift.print(Self.dig(1))
    case .allocate: try Self.allocate(context)
    case .allocateOnce: Swift.print([UInt8](repeating: 1, count: 1 << 44).count)
    case .allocateInC:
      while true { _ = memset(unsafeBitCast(malloc(100_000), to: UnsafeMutableRawPointer.self), 1, 100_000) }
    case .allocateString:
      var text = "text"
      while true { text += text }
    case .closePipe: for number in 3..<1024 { close(Int32(number)) }
    case .rubbish: Self.writeRubbish()
    case .stopHeartbeat: raise(SIGSTOP)
    case .print:
      Swift.print("a line of standard output\nand one without an end", terminator: "")
      fflush(nil)
    }
  }

  private struct Failure: Error, CustomStringConvertible { var description: String { "it was asked to fail" } }

  /// Not a tail call, and more on the stack each time.
  @inline(never) private static func dig(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 100) { buffer in
      buffer.initialize(repeating: depth)
      return dig(buffer[depth % 100] + 1) + buffer[0]
    }
  }

  private static func allocate(_ context: StageContext) throws {
    var lists: [[UInt8]] = []
    while true { lists.append([UInt8](repeating: 1, count: 10_000)) }
  }

  private static func writeRubbish() {
    let bytes = [UInt8](repeating: 0x55, count: 100)
    for number in 3..<1024 {
      var status = stat()
      if fstat(Int32(number), &status) == 0, status.st_mode & S_IFMT == S_IFIFO { _ = write(Int32(number), bytes, 100) }
    }
  }
}

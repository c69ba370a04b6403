internal import CSpawn
import Glibc
import Synchronization

/// A file descriptor with one owner; closed with it, and not inherited by other programs.
public final class Descriptor: Sendable {
  /// Only of use until ``close()``: the system gives numbers out again.
  public let number: Int32
  private let isOpen = Mutex(true)

  /// Takes over a descriptor that is open.
  public init(_ number: Int32) { self.number = number }

  deinit { close() }

  /// Closes the descriptor, unless it is closed already.
  public func close() {
    isOpen.withLock { isOpen in
      if isOpen { Glibc.close(number) }
      isOpen = false
    }
  }

  /// Both ends of a new pipe.
  ///
  /// - Throws: the system's number of the error.
  public static func pipe() throws(SystemError) -> (read: Descriptor, write: Descriptor) {
    var ends: [Int32] = [-1, -1]
    guard spawn_pipe(&ends) == 0 else { throw SystemError(code: errno) }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  /// Lets reads and writes return at once when there is nothing to read, or no room.
  ///
  /// Only this end of a pipe is concerned, not the other.
  public func setNonBlocking() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }

  public struct SystemError: Error, Sendable {
    public let code: Int32
  }
}

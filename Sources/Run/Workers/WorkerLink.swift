import Glibc

/// The worker's ends of the pipes to its supervisor.
///
/// A stage of this process could write to them or close them; see ``isSound``.
final class WorkerLink: @unchecked Sendable {  // one thread reads and writes
  /// The numbers that the supervisor gives the descriptors.
  static let requests: Int32 = 3
  static let replies: Int32 = 4
  static let board: Int32 = 5

  private let requests: Int32
  private let replies: Int32
  private let board: WorkerBoard

  init(_ board: WorkerBoard) {
    self.board = board
    requests = Self.moved(Self.requests)
    replies = Self.moved(Self.replies)
    board.remember(replies)
  }

  /// Out of the way of code that takes low numbers for its own, and not for programs that a stage starts.
  private static func moved(_ descriptor: Int32) -> Int32 {
    let high = fcntl(descriptor, F_DUPFD_CLOEXEC, 200)
    guard high >= 0 else { return descriptor }
    close(descriptor)
    return high
  }

  /// Whether nobody has closed the reply pipe or written to it.
  var isSound: Bool { board.vouches(for: replies) }

  /// The next message; `nil` when the supervisor wants no more, or is gone.
  func receive() -> (kind: FrameHead.Kind, payload: [UInt8])? {
    guard let bytes = read(FrameHead.size), let head = bytes.withUnsafeBytes({ FrameHead($0) }),
      let payload = read(head.length), payload.withUnsafeBytes({ head.fits($0) })
    else { return nil }
    return (head.kind, payload)
  }

  private func read(_ count: Int) -> [UInt8]? {
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      while done < count {
        let got = Glibc.read(requests, buffer.baseAddress! + done, count - done)
        if got > 0 { done += got } else if got == 0 || errno != EINTR { break }
      }
      used = done
    }
    return done == count ? bytes : nil
  }

  /// Sends a frame; `false` if the supervisor is gone.
  func send(_ frame: [UInt8]) -> Bool {
    board.announce(frame.count)
    return frame.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(replies, buffer.baseAddress! + done, buffer.count - done)
        if count > 0 { done += count } else if count == 0 || errno != EINTR { return false }
      }
      return true
    }
  }
}

import Synchronization

/// Buffers that no document is using.
final class PagePool: Sendable {
  private let free = Mutex<[PageBuffers]>([])

  /// Lends buffers to `body`; nobody else has them meanwhile.
  func withBuffers<Result>(_ body: (PageBuffers) throws -> Result) rethrows -> Result {
    let buffers = free.withLock { $0.popLast() } ?? PageBuffers()
    defer { free.withLock { $0.append(buffers) } }
    return try body(buffers)
  }
}

import Synchronization

/// Buffers that no document is using.
final class PagePool: Sendable {
  private let free = Mutex<[PageBuffers]>([])
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Lends buffers to `body`; nobody else has them meanwhile.
  func withBuffers<Result>(_ body: (PageBuffers) throws -> Result) rethrows -> Result {
    let buffers = free.withLock { $0.popLast() } ?? PageBuffers(vocabulary)
    defer { free.withLock { $0.append(buffers) } }
    return try body(buffers)
  }
}

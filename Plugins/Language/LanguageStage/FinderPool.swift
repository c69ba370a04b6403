import Synchronization

/// Finders that no document is using.
final class FinderPool: Sendable {
  private let free = Mutex<[StretchFinder]>([])

  /// Lends a finder to `body`; nobody else has it meanwhile.
  func withFinder<Result>(_ body: (inout StretchFinder) throws -> Result) rethrows -> Result {
    var finder = free.withLock { $0.popLast() } ?? StretchFinder()
    defer { free.withLock { $0.append(finder) } }
    return try body(&finder)
  }
}

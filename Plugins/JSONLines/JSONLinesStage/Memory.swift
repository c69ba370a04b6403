import StageKit
import Synchronization

/// What one thread remembers from one document to the next.
struct Memory {
  var kinds = KindTable()
  var concepts = ConceptPieces()
  var attributes = AttributePieces()
}

/// The memories of all threads that write.
final class MemoryPool: Sendable {
  private let free = Mutex<[Memory]>([])

  func withMemory<Result>(_ body: (inout Memory) throws -> Result) rethrows -> Result {
    var memory = free.withLock { $0.popLast() } ?? Memory()
    defer { free.withLock { $0.append(memory) } }
    return try body(&memory)
  }
}

import StageKit
import Synchronization

/// What the threads that write pages keep of concepts, each for itself.
final class PiecePool: Sendable {
  private let free = Mutex<[ConceptPieces]>([])

  func withPieces<Result>(_ body: (inout ConceptPieces) throws -> Result) rethrows -> Result {
    var pieces = free.withLock { $0.popLast() } ?? ConceptPieces(isForHTML: true)
    defer { free.withLock { $0.append(pieces) } }
    return try body(&pieces)
  }
}

import Synchronization

/// The ``ConceptPieces`` of a writer, each lent to one thread at a time.
public final class ConceptPiecePool: Sendable {
  private let free = Mutex<[ConceptPieces]>([])

  public init() {}

  /// Lends `body` pieces that nobody else has.
  public func withPieces<Result>(_ body: (inout ConceptPieces) throws -> Result) rethrows -> Result {
    var pieces = free.withLock { $0.popLast() } ?? ConceptPieces()
    defer { free.withLock { $0.append(pieces) } }
    return try body(&pieces)
  }
}

import Lexicon
import Synchronization

/// Memories that no document is using.
final class LinkMemoryPool: Sendable {
  private let free = Mutex<[LinkMemory]>([])
  private let lexicon: Lexicon
  private let termFilter: LexiconFilter?

  init(_ lexicon: Lexicon, terms filter: LexiconFilter?) {
    self.lexicon = lexicon
    termFilter = filter
  }

  /// Lends a memory to `body`; nobody else has it meanwhile.
  func withMemory<Result>(_ body: (LinkMemory) throws -> Result) rethrows -> Result {
    let memory = free.withLock { $0.popLast() } ?? LinkMemory(lexicon, terms: termFilter)
    defer { free.withLock { $0.append(memory) } }
    memory.startDocument()
    return try body(memory)
  }
}

/// Runs a pipeline over inputs.
///
/// Implementations give the same results in the same order.
public protocol Runner: Sendable {
  /// Calls `commit` once for each input, in input order.
  ///
  /// - Parameter isInterrupted: asked again and again; by runners that can, also while an input is worked on.
  /// - Throws: what `commit` throws, and `CancellationError` after an interruption; no further input is then begun.
  func run(
    _ inputs: InputList, isInterrupted: @Sendable () -> Bool, commit: (InputResult) throws -> Void
  ) async throws
}

extension Runner {
  public func run(_ inputs: InputList, commit: (InputResult) throws -> Void) async throws {
    try await run(inputs, isInterrupted: { false }, commit: commit)
  }
}

/// Runs everything in this process, several inputs at a time.
public struct InProcessRunner: Runner {
  private let processor: DocumentProcessor
  private let width: Int

  /// - Parameter width: how many inputs are worked on at a time, at least 1.
  public init(_ processor: DocumentProcessor, width: Int) {
    self.processor = processor
    self.width = max(1, width)
  }

  public func run(
    _ inputs: InputList, isInterrupted: @Sendable () -> Bool, commit: (InputResult) throws -> Void
  ) async throws {
    if width == 1 {
      for input in inputs {
        if isInterrupted() { throw CancellationError() }
        try commit(processor.process(WorkItem(input)))
      }
      return
    }
    // Results wait here until all before them are committed; at most a few times `width` inputs are ahead.
    let window = 4 * width
    try await withThrowingTaskGroup(of: (Int, InputResult).self) { group in
      var next = 0
      var committed = 0
      var waiting: [Int: InputResult] = [:]
      var running = 0
      while committed < inputs.count {
        while running < width, next < inputs.count, next < committed + window {
          let index = next
          group.addTask { (index, processor.process(WorkItem(inputs[index]))) }
          next += 1
          running += 1
        }
        if isInterrupted() { throw CancellationError() }
        guard let (index, result) = try await group.next() else { break }
        running -= 1
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: committed) {
          try commit(ready)
          committed += 1
        }
      }
    }
  }
}

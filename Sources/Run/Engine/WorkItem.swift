import StageKit

/// An input on its way to a processor: its file, or its bytes if they are in memory already.
struct WorkItem: Sendable {
  let input: Input
  let source: Source?

  init(_ input: Input, source: Source? = nil) {
    self.input = input
    self.source = source
  }

  init(_ source: Source) { self.init(Input(path: source.uri), source: source) }
}

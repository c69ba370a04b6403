import StageKit

/// An input on its way to a processor: its file, or its bytes if they are in memory already.
struct WorkItem: Sendable {
  let input: Input
  let source: Source?

  init(_ input: Input) {
    self.input = input
    source = nil
  }

  init(_ source: Source) {
    input = Input(path: source.uri)
    self.source = source
  }
}

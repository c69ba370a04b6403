/// Where a pool of workers gets its inputs from.
protocol WorkSource {
  /// The next input, if there is one at the moment.
  mutating func next() throws -> WorkStep
  /// What to wait for after ``WorkStep/later``.
  var descriptor: Int32? { get }
}

enum WorkStep {
  case item(WorkItem)
  /// One that needs no work.
  case result(InputResult)
  /// None is there yet.
  case later
  case end
}

/// Inputs that are all known.
struct ListedInputs: WorkSource {
  private let inputs: InputList
  private var place = 0
  let descriptor: Int32? = nil

  init(_ inputs: InputList) { self.inputs = inputs }

  mutating func next() -> WorkStep {
    guard place < inputs.count else { return .end }
    defer { place += 1 }
    return .item(WorkItem(inputs[place]))
  }
}

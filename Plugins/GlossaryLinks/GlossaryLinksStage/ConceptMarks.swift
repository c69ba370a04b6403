/// A set of concepts that is emptied in no time, for questions that are asked for each candidate.
final class ConceptMarks {
  private let marks: UnsafeMutablePointer<UInt32>
  private let count: Int
  private var current: UInt32 = 1

  /// - Parameter count: concepts of the lexicon.
  init(count: Int) {
    self.count = count
    marks = .allocate(capacity: max(1, count))
    marks.initialize(repeating: 0, count: count)
  }

  deinit { marks.deallocate() }

  func removeAll() {
    current &+= 1
    if current == 0 {
      marks.update(repeating: 0, count: count)
      current = 1
    }
  }

  func insert(_ concept: Int) { marks[concept] = current }
  func contains(_ concept: Int) -> Bool { marks[concept] == current }
}

/// What to do with an input after the faults of earlier attempts.
///
/// A pure function of the faults, so that every runner does the same.
enum AttemptPlan: Equatable {
  /// Try again without the guilty stage or writer, if there is one.
  case document(without: String?)
  /// Deliver a document without text that says what happened, through all writers but these.
  case report(without: Set<String>)
  /// Not even that goes; the input leaves its row and nothing else.
  case nothing

  /// - Parameter roles: the readers and writers of the pipeline.
  init(after faults: [Fault], readers: Set<String>, writers: Set<String>) {
    guard let first = faults.first else {
      self = .document(without: nil)
      return
    }
    let isHopeless = first.stage.map(readers.contains) ?? true
    if faults.count == 1, !isHopeless {
      self = .document(without: first.stage)
      return
    }
    // Each fault of a report is that of one writer more, or else there is no sense in another.
    var without: Set<String> = []
    for (number, fault) in faults.enumerated() {
      let isNew = fault.stage.map { writers.contains($0) && without.insert($0).inserted } ?? false
      if number >= (isHopeless ? 1 : 2), !isNew {
        self = .nothing
        return
      }
    }
    self = .report(without: without)
  }
}

import StageKit

/// Holds a writer to its contract.
struct WriterConformance {
  let stage: StageDescription
  let writer: any Writer
  let texts: [ConformanceText]

  func run(_ report: (ConformanceCheck) -> Void) {
    for text in texts {
      report(
        ConformanceCheck(stage.id, "writes \(text.name), and the same again") {
          let document = try text.document(reads: stage.reads)
          let first = try bytes(document)
          if try bytes(document) != first { throw ConformanceFailure("It wrote other bytes the second time.") }
        })
    }
  }

  /// Everything that a run of one document writes.
  private func bytes(_ document: Document) throws -> [[UInt8]] {
    let rendering = try writer.render(document, StageContext())
    var notes = rendering.note.isEmpty ? [] : [rendering.note]
    let files = rendering.files + (try writer.finish { notes.popLast() })
    return [writer.header(), rendering.appended] + files.flatMap { [Array($0.path.utf8), $0.bytes] }
  }
}

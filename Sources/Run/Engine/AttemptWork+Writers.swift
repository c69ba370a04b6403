import Pipeline
import StageKit

extension AttemptWork {
  /// What each writer makes of the documents; nothing where a writer is left out or fails.
  ///
  /// A writer that fails is left out and all begin again, so that what the others write knows of it.
  mutating func renderings(of documents: inout [Document]) throws(Fault) -> [[Rendering]] {
    var failed: Set<String> = []
    while true {
      var result: [[Rendering]] = []
      var failure: (writer: DocumentProcessor.NamedWriter, index: Int, reason: String)?
      writers: for writer in processor.writers {
        if leavesOut(writer.stage.id) || failed.contains(writer.stage.id) {
          result.append(documents.map { _ in Rendering() })
          continue
        }
        let start = clock.now
        var list: [Rendering] = []
        for index in documents.indices {
          do {
            list.append(try render(documents[index], writer))
          } catch is Cancelled {
            throw .timeout(stage: writer.stage.id, limits)
          } catch {
            failure = (writer, index, "\(error)")
            break writers
          }
        }
        timings.add(writer.stage.id, clock.now - start, bytes: documents.reduce(0) { $0 + $1.text.count })
        result.append(list)
      }
      guard let failure else { return result }
      let id = failure.writer.stage.id
      failed.insert(id)
      let detail = "The writer “\(id)” failed, and the input goes without its work: \(failure.reason)."
      failures.append(Fault(.stageFailed, stage: id, detail))
      let by = documents[failure.index].enter(failure.writer.stage.provenance)
      documents[failure.index].add(Finding(.error, "host.writer-failed", nil, detail), by: by)
      if documents[failure.index].outcome.isSuccess { documents[failure.index].outcome = .partial }
    }
  }

  private func render(_ document: Document, _ writer: DocumentProcessor.NamedWriter) throws -> Rendering {
    let rendering = try watched(writer.number) { try writer.writer.render(document, context) }
    let size = rendering.files.reduce(rendering.appended.count + rendering.note.count) { $0 + $1.bytes.count }
    guard size <= limits.outputSize else {
      throw OversizedOutput(size: size, limit: limits.outputSize)
    }
    return rendering
  }
}

/// More output than a document may have.
private struct OversizedOutput: Error, CustomStringConvertible {
  let size: Int
  let limit: Int
  var description: String {
    "it made \(size) bytes of one document, more than the limit of \(limit); raise “output-size” under “limits”"
  }
}

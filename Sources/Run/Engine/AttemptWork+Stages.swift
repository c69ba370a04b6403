import Pipeline
import StageKit

extension AttemptWork {
  /// Reads the documents in a source and takes them through the stages.
  mutating func documents(of source: Source) throws(Fault) -> [Document] {
    let claims = processor.readers.map { reader in
      (reader: reader, claim: watched(reader.number) { reader.reader.claim(source) })
    }
    guard let best = claims.max(by: { $0.claim < $1.claim }), best.claim > 0 else {
      // A reader that can say why it does not want the source gives the better message.
      var message = "\(source.uri): No reader of this pipeline can read this kind of file."
      if let first = claims.first?.reader { message = try unwanted(first, source) ?? message }
      return [report(source, .rejected, Finding(.error, "host.no-reader", nil, message))]
    }
    let reader = best.reader
    let start = clock.now
    let results: [ReadResult]
    do {
      results = try watched(reader.number) { try reader.reader.read(source, context) }
      try context.checkCancelled()
    } catch is Cancelled {
      throw .timeout(stage: reader.stage.id, limits)
    } catch {
      return [report(source, .rejected, Finding(.error, "host.unreadable", nil, "\(source.uri): \(error)"))]
    }
    timings.add(reader.stage.id, clock.now - start, bytes: source.bytes.count)
    if results.isEmpty {
      let message = "\(source.uri): The reader found no document in the file."
      return [report(source, .rejected, Finding(.error, "host.no-document", nil, message))]
    }
    if let refusal = refusal(of: results, source, reader) { return [refusal] }
    var documents: [Document] = []
    for (index, result) in results.enumerated() {
      documents.append(try document(index, result, source: source, reader: reader))
    }
    return documents
  }

  private func unwanted(_ reader: DocumentProcessor.NamedReader, _ source: Source) throws(Fault) -> String? {
    do {
      _ = try watched(reader.number) { try reader.reader.read(source, context) }
      return nil
    } catch is Cancelled {
      throw .timeout(stage: reader.stage.id, limits)
    } catch {
      return "\(source.uri): \(error)"
    }
  }

  /// Why nothing of what a reader returned can be delivered.
  private mutating func refusal(
    of results: [ReadResult], _ source: Source, _ reader: DocumentProcessor.NamedReader
  ) -> Document? {
    for result in results {
      if result.text.count > limits.textSize {
        return report(
          source, .rejected,
          Finding(
            .error, "host.too-much-text", nil,
            "\(source.uri): The reader “\(reader.stage.id)” found \(result.text.count) bytes of text in the file, more than "
              + "the limit of \(limits.textSize); raise “text-size” under “limits”."))
      }
      guard result.alignment.textLength == result.text.count else {
        let fault = Fault(
          .stageFailed, stage: reader.stage.id,
          "The reader “\(reader.stage.id)” broke its contract: its alignment does not fit its text. Nothing of the "
            + "file can be delivered.")
        failures.append(fault)
        return report(source, .stageFailed, Finding(.error, "host.stage-failed", nil, fault.detail))
      }
    }
    return nil
  }

  private mutating func document(
    _ index: Int, _ result: ReadResult, source: Source, reader: DocumentProcessor.NamedReader
  ) throws(Fault) -> Document {
    var document = Document(
      id: Self.id(source, index), source: result.source ?? source, text: result.text, alignment: result.alignment,
      metadata: result.metadata)
    let by = document.enter(reader.stage.provenance)
    do {
      try apply(
        AnnotationResult(annotations: result.annotations, findings: result.findings), to: &document, reader.stage, by)
    } catch {
      fail(&document, reader.stage.id, "\(error)", by: by)
    }
    for stage in processor.stages { try run(stage, on: &document) }
    for writer in processor.writers where leavesOut(writer.stage.id) {
      if let fault = fault(of: writer.stage.id) {
        document.add(fault.finding(isDelivered: true), by: document.enter(writer.stage.provenance))
        document.outcome = .partial
      }
    }
    if document.outcome == .ok, document.findings.contains(where: { $0.severity != .info }) {
      document.outcome = .okWithFindings
    }
    return document
  }

  private mutating func run(_ stage: DocumentProcessor.NamedStage, on document: inout Document) throws(Fault) {
    let start = clock.now
    let by = document.enter(stage.stage.provenance)
    if leavesOut(stage.stage.id), let fault = fault(of: stage.stage.id) {
      document.add(fault.finding(isDelivered: true), by: by)
      document.outcome = .partial
      return
    }
    defer { timings.add(stage.stage.id, clock.now - start, bytes: document.text.count) }
    do {
      switch stage.work {
      case .editor(let editor):
        let result = try watched(stage.number) { try editor.edit(document, context) }
        try document.apply(result, by: by)
      case .annotator(let annotator):
        let result = try watched(stage.number) { try annotator.annotate(document, context) }
        try apply(result, to: &document, stage.stage, by)
      case .reader, .writer: break
      }
      try context.checkCancelled()
    } catch is Cancelled {
      throw .timeout(stage: stage.stage.id, limits)
    } catch {
      fail(&document, stage.stage.id, "\(error)", by: by)
    }
  }

  private func apply(
    _ result: AnnotationResult, to document: inout Document, _ stage: ResolvedPipeline.ResolvedStage, _ by: Int
  ) throws {
    let count = document.annotations.count + result.annotations.count
    guard count <= limits.annotations else { throw OverLimit(count: count, limit: limits.annotations) }
    try document.apply(result, declared: stage.description.writes, by: by)
  }

  private mutating func fail(_ document: inout Document, _ stage: String, _ reason: String, by: Int) {
    let detail = "The stage “\(stage)” failed, and the document goes on without its work: \(reason)."
    failures.append(Fault(.stageFailed, stage: stage, detail))
    document.add(Finding(.error, "host.stage-failed", nil, detail), by: by)
    document.outcome = .partial
  }
}

/// More annotations than a document may have.
private struct OverLimit: Error, CustomStringConvertible {
  let count: Int
  let limit: Int
  var description: String {
    "with it the document would have \(count) annotations, more than the limit of \(limit); raise “annotations” under "
      + "“limits”"
  }
}

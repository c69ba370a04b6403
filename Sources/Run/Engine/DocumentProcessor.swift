import Pipeline
public import StageKit

/// Takes one input through reader, stages and writers.
///
/// A value without state: any number of threads may use it.
public struct DocumentProcessor: Sendable {
  struct NamedReader: Sendable {
    let stage: ResolvedPipeline.ResolvedStage
    let reader: any Reader
  }
  struct NamedStage: Sendable {
    let stage: ResolvedPipeline.ResolvedStage
    let work: Stage
  }
  struct NamedWriter: Sendable {
    let stage: ResolvedPipeline.ResolvedStage
    let writer: any Writer
  }

  let readers: [NamedReader]
  let stages: [NamedStage]
  let writers: [NamedWriter]
  let limits: Limits

  /// Makes every stage of the pipeline.
  ///
  /// - Parameter lexicon: path of the compiled lexicon.
  /// - Throws: ``StageSetupFailure`` naming the stage that cannot be made.
  public init(_ pipeline: ResolvedPipeline, lexicon: String?) throws {
    func made(_ stage: ResolvedPipeline.ResolvedStage) throws -> Stage {
      do {
        return try stage.make(lexicon: lexicon)
      } catch {
        throw StageSetupFailure(stage: stage.id, reason: "\(error)")
      }
    }
    readers = try pipeline.readers.compactMap {
      if case .reader(let reader) = try made($0) { NamedReader(stage: $0, reader: reader) } else { nil }
    }
    stages = try pipeline.stages.map { NamedStage(stage: $0, work: try made($0)) }
    writers = try pipeline.writers.compactMap {
      if case .writer(let writer) = try made($0) { NamedWriter(stage: $0, writer: writer) } else { nil }
    }
    limits = pipeline.limits
  }

  /// The documents of an input; always at least one, so that every input leaves a row.
  public func documents(of input: Input, timings: inout StageTimings) -> [Document] {
    read(input, timings: &timings).documents
  }

  /// The documents of an input, and the stamp of the file that was read.
  func read(_ input: Input, timings: inout StageTimings) -> (documents: [Document], stamp: FileStamp?) {
    let loaded: LoadedSource
    do {
      loaded = try SourceLoader.load(input, limit: limits.inputSize)
    } catch {
      let source = Source(uri: input.uri, sha256: "", parts: [SourcePart(bytes: [])])
      return ([rejected(source, error.code, "\(error)")], nil)
    }
    return (documents(of: loaded.source, timings: &timings), loaded.stamp)
  }

  /// The documents in a source that is in memory.
  public func documents(of source: Source, timings: inout StageTimings) -> [Document] {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(limits.seconds))
    let context = StageContext(isCancelled: { clock.now > deadline })
    let claims = readers.map { (reader: $0, claim: $0.reader.claim(source)) }
    guard let best = claims.max(by: { $0.claim < $1.claim }), best.claim > 0 else {
      // A reader that can say why it does not want the source gives the better message.
      let reason = claims.first.flatMap { explanation($0.reader, source, context) }
      return [
        rejected(
          source, "host.no-reader", reason ?? "\(source.uri): No reader of this pipeline can read this kind of file.")
      ]
    }
    let results: [ReadResult]
    let start = clock.now
    do {
      results = try best.reader.reader.read(source, context)
    } catch {
      return [rejected(source, "host.unreadable", "\(source.uri): \(error)")]
    }
    timings.add(best.reader.stage.id, clock.now - start, bytes: source.bytes.count)
    if results.isEmpty {
      return [rejected(source, "host.no-document", "\(source.uri): The reader found no document in the file.")]
    }
    return results.enumerated().map { index, result in
      var document = document(index, result, source: source, reader: best.reader)
      for stage in stages {
        guard run(stage, on: &document, context, &timings) else { break }
      }
      if document.outcome == .ok, document.findings.contains(where: { $0.severity != .info }) {
        document.outcome = .okWithFindings
      }
      return document
    }
  }

  private func explanation(_ reader: NamedReader, _ source: Source, _ context: StageContext) -> String? {
    do {
      _ = try reader.reader.read(source, context)
      return nil
    } catch {
      return "\(source.uri): \(error)"
    }
  }

  private func document(_ index: Int, _ result: ReadResult, source: Source, reader: NamedReader) -> Document {
    var document = Document(
      id: Self.id(source, index), source: result.source ?? source, text: result.text, alignment: result.alignment,
      metadata: result.metadata)
    let by = document.enter(reader.stage.provenance)
    let annotations = AnnotationResult(annotations: result.annotations, findings: result.findings)
    do {
      try document.apply(annotations, declared: reader.stage.description.writes, by: by)
    } catch {
      fail(&document, reader.stage.id, "\(error)", by: by)
    }
    return document
  }

  /// Runs one stage; `false` if no other should follow.
  private func run(
    _ stage: NamedStage, on document: inout Document, _ context: StageContext, _ timings: inout StageTimings
  ) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    let by = document.enter(stage.stage.provenance)
    defer { timings.add(stage.stage.id, clock.now - start, bytes: document.text.count) }
    do {
      switch stage.work {
      case .editor(let editor): try document.apply(editor.edit(document, context), by: by)
      case .annotator(let annotator):
        try document.apply(annotator.annotate(document, context), declared: stage.stage.description.writes, by: by)
      case .reader, .writer: break
      }
      try context.checkCancelled()
      return true
    } catch is Cancelled {
      document.add(
        Finding(
          .error, "host.timeout", nil,
          "The document took longer than \(limits.seconds) seconds; time ran out in the stage “\(stage.stage.id)”. "
            + "The stages behind it did not run. Raise “seconds” under “limits”, or leave the stage out."),
        by: by)
      document.outcome = .timeout
      return false
    } catch {
      fail(&document, stage.stage.id, "\(error)", by: by)
      return true
    }
  }

  private func fail(_ document: inout Document, _ stage: String, _ reason: String, by: Int) {
    document.add(
      Finding(
        .error, "host.stage-failed", nil,
        "The stage “\(stage)” failed, and the document goes on without its work: \(reason)."), by: by)
    document.outcome = .partial
  }

  private func rejected(_ source: Source, _ code: String, _ message: String) -> Document {
    var document = Document(
      id: Self.id(source, 0), source: source, text: Text(""), alignment: Alignment(identity: 0))
    document.add(Finding(.error, code, nil, message))
    document.outcome = .rejected
    return document
  }

  /// The same input gives the same identifier in every run; two inputs with the same bytes differ by their URI.
  private static func id(_ source: Source, _ index: Int) -> String {
    String(Digest.sha256(Array("\(source.sha256)\n\(source.uri)\n\(index)".utf8)).prefix(16))
  }
}

/// A stage of the pipeline that its module could not make.
public struct StageSetupFailure: Error, Sendable, CustomStringConvertible {
  public let stage: String
  public let reason: String
  public var description: String { "The stage “\(stage)” cannot start: \(reason)" }
}

import Foundation
import Pipeline
import Run
import StageKit
import TestSupport

/// The pipeline that users run, with the modules built together with the tests and the repository's glossary.
enum SeedPipeline {
  static let shared: Result<DocumentProcessor, any Error> = Result { try make() }

  private static func make() throws -> DocumentProcessor {
    let search = ModuleSearchPath(given: [], environment: [:], executable: try TestProcess.built("songngu"))
    let file = TestProcess.repository.appendingPathComponent("pipelines/incoming-reports.yaml").path
    var pipeline = try PipelineResolver(ModuleRegistry(search)).resolve(file: file)
    // No clock decides a test, however slow the machine or the sanitizer.
    pipeline.limits.seconds = 86_400
    let glossary = TestProcess.repository.appendingPathComponent("glossary").path
    let lexicon = FileManager.default.temporaryDirectory.appendingPathComponent("songngu-test-\(getpid()).lexicon").path
    defer { try? FileManager.default.removeItem(atPath: lexicon) }
    try LexiconStore.compile([glossary], to: lexicon)
    // The stages map the file; it may go once they are made.
    return try DocumentProcessor(pipeline, lexicon: lexicon)
  }

  /// The document that the pipeline makes of a seed.
  static func document(_ name: String) throws -> Document {
    var timings = StageTimings()
    let path = TestProcess.repository.appendingPathComponent("seeds/\(name).txt").path
    return try shared.get().documents(of: Input(path: path), timings: &timings)[0]
  }

  /// The document that the pipeline makes of some bytes.
  static func document(of bytes: [UInt8], uri: String = "test.txt") throws -> Document {
    var timings = StageTimings()
    let source = Source(uri: uri, sha256: Digest.sha256(bytes), parts: [SourcePart(bytes: bytes)])
    return try shared.get().documents(of: source, timings: &timings)[0]
  }
}

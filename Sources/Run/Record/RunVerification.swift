import Foundation
public import Pipeline
import StageKit

/// Runs again what a run record describes and compares.
public struct RunVerification: Sendable {
  private let folder: String
  private let record: RunRecord
  private let pipeline: ResolvedPipeline

  /// - Parameter folder: the output folder of a complete run.
  /// - Throws: ``RecordFailure`` if there is no usable record, ``ConfigurationErrors`` if its pipeline cannot be resolved
  ///   with the modules at hand.
  public init(_ folder: String, registry: ModuleRegistry) throws {
    self.folder = folder
    record = try RunRecord(folder: folder)
    pipeline = try PipelineResolver(registry).resolve(
      text: record.pipeline.resolved, file: "\(folder)/\(RunRecord.fileName)")
  }

  /// The glossary files of the pipeline, to be compiled for ``execute(lexicon:workforce:isInterrupted:progress:)``.
  public var lexicon: [String] { pipeline.lexicon }
  public var inputCount: Int { record.inputs.count }

  /// - Parameters:
  ///   - lexicon: path of the compiled lexicon.
  ///   - workforce: who does the work.
  ///   - progress: called after each input.
  /// - Throws: ``RecordFailure`` if the record's lists are damaged; what ``PipelineRun/execute(isInterrupted:note:progress:)``
  ///   throws.
  public func execute(
    lexicon: String?, workforce: Workforce, isInterrupted: @Sendable () -> Bool = { false },
    progress: (InputResult, RunSummary) -> Void = { _, _ in }
  ) async throws -> VerificationReport {
    var report = VerificationReport()
    compareEnvironment(lexicon, &report)
    let inputs = try inputs(&report)
    let altered = try alteredOutputs(&report)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let run = try PipelineRun(
      pipeline, inputs: inputs, lexicon: lexicon, outputFolder: scratch.path, workforce: workforce)
    _ = try await run.execute(isInterrupted: isInterrupted, progress: progress)
    try compareOutputs(with: scratch.path, altered: altered, &report)
    return report
  }

  // MARK: What went in

  private func compareEnvironment(_ lexicon: String?, _ report: inout VerificationReport) {
    for (then, now) in zip(record.stages, RunRecord.stages(pipeline)) where then != now {
      report.add(
        .environment,
        "The stage “\(then.stage)” came from module \(then.module) \(then.version), \(then.digest); now it comes from "
          + "\(now.module) \(now.version), \(now.digest).")
    }
    let files = RunRecord.lexicon(pipeline, compiled: lexicon)?.files ?? []
    let then = Dictionary((record.lexicon?.files ?? []).map { ($0.path, $0.sha256) }) { $1 }
    let now = Dictionary(files.map { ($0.path, $0.sha256) }) { $1 }
    for path in Set(then.keys).union(now.keys).sorted() where then[path] != now[path] {
      let what = now[path] == nil ? "is gone" : then[path] == nil ? "is new" : "has changed"
      report.add(.environment, "\(path): The file of the lexicon \(what).")
    }
    let here = RunRecord.HostEntry.current
    let facts: [(String, KeyPath<RunRecord.HostEntry, String>)] = [
      ("Songngu", \.version), ("the code that host and modules share", \.stageKit), ("ICU", \.icu),
      ("Unicode", \.unicode),
    ]
    for (name, fact) in facts where record.host[keyPath: fact] != here[keyPath: fact] {
      report.add(
        .environment, "The version of \(name) was \(record.host[keyPath: fact]) and is \(here[keyPath: fact]).")
    }
  }

  private func inputs(_ report: inout VerificationReport) throws -> InputList {
    try check(record.inputs)
    var inputs = InputList()
    try LineFile.forEach("\(folder)/\(record.inputs.file)") { line in
      guard let entry = try? JSONDecoder().decode(RecordedInput.self, from: Data(line)),
        let path = InputPath(uri: entry.path)
      else { throw RecordFailure("\(folder)/\(record.inputs.file): Line \(inputs.count + 1) describes no input.") }
      let input = Input(path: path)
      inputs.append(input)
      do {
        let now = try SourceLoader.load(input, limit: pipeline.limits.inputSize).source.sha256
        if now != entry.sha256 { report.add(.input, "\(entry.path): The input has changed since the run.") }
      } catch {
        if !entry.sha256.isEmpty { report.add(.input, "\(error)") }
      }
    }
    report.inputs = inputs.count
    return inputs
  }

  /// A list must be what the record says, or nothing that follows means anything.
  private func check(_ list: RunRecord.ListEntry) throws {
    let path = "\(folder)/\(list.file)"
    guard FileDigest.sha256(path) == list.sha256 else {
      throw RecordFailure(
        "\(path): The list is gone or was changed after the run; its digest is not that of the record.")
    }
  }

  // MARK: What came out

  /// Calls `body` with the path and digest of each output file.
  private func forEachOutput(_ body: (_ path: String, _ digest: String) throws -> Void) throws {
    try LineFile.forEach("\(folder)/\(record.outputs.file)") { line in
      let text = String(decoding: line, as: UTF8.self)
      let path = String(text.dropFirst(66))
      guard text.utf8.count > 66, StagedOutput.isSafe(path) else {
        throw RecordFailure("\(folder)/\(record.outputs.file): The line “\(text.prefix(80))” describes no output.")
      }
      try body(path, String(text.prefix(64)))
    }
  }

  private func alteredOutputs(_ report: inout VerificationReport) throws -> Set<String> {
    try check(record.outputs)
    var altered: Set<String> = []
    try forEachOutput { path, digest in
      report.outputs += 1
      let now = FileDigest.sha256("\(folder)/\(path)")
      if now == digest { return }
      altered.insert(path)
      report.add(
        .output, "\(folder)/\(path): The file \(now == nil ? "is gone" : "was changed after the run").")
    }
    return altered
  }

  private func compareOutputs(
    with again: String, altered: Set<String>, _ report: inout VerificationReport
  ) throws {
    var expected: Set<String> = []
    try forEachOutput { path, digest in
      expected.insert(path)
      guard let now = FileDigest.sha256("\(again)/\(path)") else {
        return report.add(.result, "\(path): Running again does not give this file.")
      }
      if now == digest { return }
      if !altered.contains(path), DocumentComparison.isDocuments("\(folder)/\(path)") {
        return try DocumentComparison.compare("\(folder)/\(path)", "\(again)/\(path)") { report.add(.result, $0) }
      }
      report.add(.result, "\(path): Running again gives another content.")
    }
    try LineFile.forEach("\(again)/\(RunRecord.outputsName)") { line in
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      if !expected.contains(path) {
        report.add(.result, "\(path): Running again gives this file, and the run did not.")
      }
    }
  }
}

/// A folder for the time of a verification.
private struct ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("songngu-verify-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

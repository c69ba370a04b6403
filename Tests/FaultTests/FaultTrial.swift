import Foundation
import Pipeline
import StageKit
import TestSupport

@testable import Run

/// A pipeline with a faulty reader, editor, annotator and writer, each of which waits for its word.
struct FaultTrial {
  enum Position: String, CaseIterable {
    case reader, editor, annotator, writer
    var stage: String { "faults-\(rawValue)" }
    var word: String { "POISON-\(rawValue)" }
  }

  let scratch: ScratchFolder
  let inputs: InputList
  let pipeline: ResolvedPipeline

  /// Inputs that hurt nobody, by number: every second one.
  static func isHarmless(_ number: Int) -> Bool { number % 2 == 0 }
  /// The input that makes a stage do its deed.
  static func number(of position: Position) -> Int { 1 + 2 * (Position.allCases.firstIndex(of: position) ?? 0) }

  /// - Parameters:
  ///   - deed: what each stage does when it finds its word.
  ///   - sleep: milliseconds that each stage sleeps at most.
  ///   - poisons: whether the words are in the inputs at all.
  init(_ deed: String, sleep: Int = 0, limits: String = "seconds: 30, memory: 256MiB", poisons: Bool = true) throws {
    scratch = try ScratchFolder()
    var inputs: [Input] = []
    for number in 0..<9 {
      let position = Position.allCases.first { Self.number(of: $0) == number }
      let text = "Report number \(number) from Hà Nội. \(poisons ? position?.word ?? "" : "")\n"
      inputs.append(Input(path: try scratch.write("in/\(number).txt", text)))
    }
    self.inputs = InputList(inputs)
    func stage(_ position: Position) -> String {
      "\(position.stage): { when: \(position.word), do: \(deed), sleep: \(sleep) }"
    }
    let configuration = """
      pipeline: faults
      input: { paths: [in], readers: [plain-text, \(stage(.reader))] }
      stages: [\(stage(.editor)), \(stage(.annotator))]
      output: [json-lines, \(stage(.writer))]
      limits: { \(limits) }
      """
    try scratch.write("p.yaml", configuration)
    pipeline = try PipelineResolver(try Self.registry(scratch)).resolve(text: configuration, file: "p.yaml")
  }

  /// A folder with the module, which nothing finds by itself.
  static func modules(_ scratch: ScratchFolder) throws -> String {
    let manifest =
      "module: faults\nversion: 0.1.0\nlibrary: libFaultsPlugin.so\n"
      + "stages: [faults-reader, faults-editor, faults-annotator, faults-writer]\n"
    try scratch.write("modules/faults/plugin.yaml", manifest)
    let library = "\(scratch.path)/modules/faults/libFaultsPlugin.so"
    if !FileManager.default.fileExists(atPath: library) {
      try FileManager.default.createSymbolicLink(
        atPath: library, withDestinationPath: try TestProcess.built("libFaultsPlugin.so"))
    }
    return "\(scratch.path)/modules"
  }

  private static func registry(_ scratch: ScratchFolder) throws -> ModuleRegistry {
    ModuleRegistry(
      ModuleSearchPath(given: [try modules(scratch)], environment: [:], executable: try TestProcess.built("songngu")))
  }

  /// The results of worker processes.
  func results(workers: Int = 1, recycle: Int? = nil, silence: Int = 100) async throws -> [InputResult] {
    let processor = try DocumentProcessor(pipeline, lexicon: nil)
    var runner = WorkerRunner(processor, pipeline, lexicon: nil, width: workers, recycle: recycle) { _ in }
    runner.settings.executable = try TestProcess.built("songngu")
    runner.settings.silence = silence
    return try await results(runner)
  }

  /// The results of this process.
  func resultsInProcess() async throws -> [InputResult] {
    try await results(InProcessRunner(try DocumentProcessor(pipeline, lexicon: nil), width: 2))
  }

  private func results(_ runner: any Runner) async throws -> [InputResult] {
    var results: [InputResult] = []
    try await runner.run(inputs) { results.append($0) }
    return results
  }
}

extension InputResult {
  /// Everything that is written of it.
  var bytes: [[UInt8]] { renderings.flatMap { $0.map { $0.appended + $0.note } } }
}

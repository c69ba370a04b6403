import Foundation
import StageKit
import TestSupport
import Testing

/// What is in the output folder when things go wrong, seen from outside with the real program.
struct OutputTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(
      "p.yaml",
      """
      pipeline: test
      input: { paths: [in] }
      stages: [cleanup, language, sentences]
      output: [json-lines, entity-table, html]
      """)
    for index in 0..<20 { try scratch.write("in/\(index).txt", "Report number \(index) from Hà Nội .\n") }
  }

  private func run(_ prefix: [String] = [], _ arguments: [String] = []) throws -> TestProcess.Result {
    try TestProcess.run(
      prefix + [TestProcess.built("songngu"), "run", "p.yaml"] + arguments, in: scratch.url)
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/\(folder)")) ?? []).sorted()
      .filter { $0 != ".songngu" }
  }

  @Test func completeRunLeavesItsFilesAndNothingElse() throws {
    let result = try run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      names("out") == ["documents.jsonl", "entities.csv", "pages", "quarantine.csv", "report.html", "run", "run.json"])
    #expect(names("out/pages").count >= 21)
  }

  @Test func unreadableFileCostsNoOther() throws {
    // A link to nowhere cannot be read by anybody, not even by root.
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/in/5a.txt", withDestinationPath: "/no/such/file")
    let result = try run()
    #expect(result.status == 1)
    #expect(result.errors.contains("in/5a.txt: The file cannot be opened: No such file or directory"))
    let lines = try String(contentsOf: scratch.url.appendingPathComponent("out/documents.jsonl"), encoding: .utf8)
    #expect(lines.split(separator: "\n").count == 21, "every input leaves a row")
    #expect(lines.contains("\"outcome\":\"rejected\""))
  }

  @Test func outputIsTheSameForAnyNumberOfWorkers() throws {
    var outputs: [Data] = []
    for workers in [1, 2, 7] {
      #expect(try run([], ["--workers", "\(workers)", "--output", "out\(workers)"]).status == 0)
      outputs.append(try Data(contentsOf: scratch.url.appendingPathComponent("out\(workers)/documents.jsonl")))
    }
    #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
  }

  @Test func outputFolderThatIsAFileIsNamed() throws {
    try scratch.write("taken", "a file")
    let result = try run([], ["--output", "taken"])
    #expect(result.status == 2)
    #expect(result.errors.contains("taken"))
  }

  @Test func nothingToReadIsStatusTwo() throws {
    let result = try run([], ["--input", "nowhere"])
    #expect(result.status == 2)
    #expect(result.errors.contains("nowhere: There is no such file or folder."))
  }

  @Test func eventsAreOneObjectALine() throws {
    let result = try run([], ["--json"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 21)
    for line in lines { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) } }
  }

  @Test func quietRunSaysNothing() throws {
    let result = try run([], ["--quiet"])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
  }
}

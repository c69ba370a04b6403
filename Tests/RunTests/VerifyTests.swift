import Foundation
import TestSupport
import Testing

@testable import Run

/// The run record, and what `verify` makes of it.
struct VerifyTests {
  private let trial: LedgerTrial

  init() throws {
    trial = try LedgerTrial(documents: 6)
    try trial.scratch.write("in/100%.txt", "Sent to nam@example.org from Hà Nội.")
    #expect(try trial.run().status == 0)
  }

  private func verify(_ arguments: [String] = []) throws -> TestProcess.Result {
    try TestProcess.run([TestProcess.built("songngu"), "verify", "out"] + arguments, in: trial.scratch.url)
  }

  private func expectDifference(_ parts: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let result = try verify()
    #expect(result.status == 1, "\(result.errors)", sourceLocation: sourceLocation)
    for part in parts { #expect(result.output.contains(part), "\(result.output)", sourceLocation: sourceLocation) }
  }

  /// Makes the record agree with lists that a test wrote.
  private func seal() throws {
    let path = "\(trial.scratch.path)/out/run.json"
    var record = try RunRecord(folder: "\(trial.scratch.path)/out")
    record.inputs.sha256 = try #require(FileDigest.sha256("\(trial.scratch.path)/out/run/inputs.jsonl"))
    record.outputs.sha256 = try #require(FileDigest.sha256("\(trial.scratch.path)/out/run/outputs.sha256"))
    try Data(record.encoded).write(to: URL(fileURLWithPath: path))
  }

  @Test func recordFollowsItsSchema() throws {
    let schema = TestProcess.repository.appendingPathComponent("docs/schema/songngu.run-1.schema.json")
    let record = try Data(contentsOf: trial.scratch.url.appendingPathComponent("out/run.json"))
    let failures = try JSONSchema(Data(contentsOf: schema)).failures(JSONSerialization.jsonObject(with: record))
    #expect(failures == [])
  }

  @Test func listOfOutputsIsCheckedBySha256sum() throws {
    let result = try TestProcess.run(
      ["sha256sum", "--check", "--strict", "run/outputs.sha256"], in: trial.scratch.url.appendingPathComponent("out"))
    #expect(result.status == 0)
    let record = try RunRecord(folder: "\(trial.scratch.path)/out")
    #expect(record.outputs.count == result.output.split(separator: "\n").count)
    let own: Set = ["quarantine.csv", "run.json", "run/inputs.jsonl", "run/outputs.sha256"]
    #expect(record.outputs.count == (try trial.files().keys.filter { !own.contains($0) }.count))
  }

  @Test func recordIsTheSameForTheSameRun() throws {
    #expect(try trial.run(["--output", "again", "--workers", "1"]).status == 0)
    #expect(try trial.files("again") == trial.files())
  }

  @Test func undisturbedRunIsVerified() throws {
    let result = try verify()
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("Verified: 7 inputs give the same"))
  }

  @Test func verificationWritesNothingIntoTheFolder() throws {
    let before = try trial.files()
    _ = try verify()
    #expect(try trial.files() == before)
  }

  @Test func outputThatWasAlteredIsNamed() throws {
    let path = "\(trial.scratch.path)/out/entities.csv"
    try Data((String(contentsOfFile: path, encoding: .utf8) + "x").utf8).write(to: URL(fileURLWithPath: path))
    try expectDifference(["out/entities.csv: The file was changed after the run."])
  }

  @Test func outputThatIsGoneIsNamed() throws {
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/out/pages/index.html")
    try expectDifference(["out/pages/index.html: The file is gone."])
  }

  @Test func inputsThatChangedOrVanishedAreNamed() throws {
    try trial.write(2, "Letter")
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/in/0004.txt")
    try expectDifference([
      "in/0002.txt: The input has changed since the run.", "in/0004.txt: The file cannot be opened",
      "in/0002.txt (document ", "The text differs.", "in/0004.txt (document ",
      "The outcome was “ok” and is “rejected”.",
    ])
  }

  @Test func annotationThatIsNotFoundAgainIsNamedWithItsModule() throws {
    // What a run of other modules would have left: a sentence more, in a record that agrees with its files.
    let path = "\(trial.scratch.path)/out/documents.jsonl"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let altered = text.replacingOccurrences(of: "\"type\":\"sentence\",", with: "\"type\":\"clause\",")
    try #require(altered != text)
    try Data(altered.utf8).write(to: URL(fileURLWithPath: path))
    let list = "\(trial.scratch.path)/out/run/outputs.sha256"
    let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map { line in
      line.hasSuffix("  documents.jsonl") ? FileDigest.sha256(path)! + "  documents.jsonl" : String(line)
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: list))
    try seal()
    try expectDifference(["in/0000.txt (document ", "/clause", "at bytes 0–", "by stage sentences of module", "is new"])
  }

  @Test func otherGlossaryIsNamedAndWhatItChanges() throws {
    func glossary(_ name: String) throws {
      try trial.scratch.write("g/places.csv", "id,type,name_vi,name_en\nplace:hn,province,Hà Nội,\(name)\n")
    }
    try glossary("Hanoi")
    try trial.scratch.write(
      "p.yaml",
      """
      pipeline: test
      input: { paths: [in] }
      lexicon: [g/places.csv]
      stages: [sentences, entities, glossary-links]
      output: [json-lines]
      """)
    let cache = ["XDG_CACHE_HOME": "\(trial.scratch.path)/cache"]
    let run = try TestProcess.run(trial.command, in: trial.scratch.url, environment: cache)
    #expect(run.status == 0, "\(run.errors)")
    try trial.scratch.write("g/places.csv", "id,type,name_vi,name_en\nplace:hue,province,Huế,Hue\n")
    let result = try TestProcess.run(
      [TestProcess.built("songngu"), "verify", "out"], in: trial.scratch.url, environment: cache)
    #expect(result.status == 1, "\(result.errors)")
    for part in ["g/places.csv: The file of the lexicon has changed.", "“Hà Nội”", "by stage entities of module"] {
      #expect(result.output.contains(part), "\(result.output)")
    }
  }

  @Test func otherModuleIsNamed() throws {
    var record = try RunRecord(folder: "\(trial.scratch.path)/out")
    let index = try #require(record.stages.firstIndex { $0.stage == "cleanup" })
    record.stages[index].digest = "sha256:another"
    try Data(record.encoded).write(to: trial.scratch.url.appendingPathComponent("out/run.json"))
    let result = try verify()
    #expect(result.output.contains("The stage “cleanup” came from module"), "\(result.output)")
    #expect(result.output.contains("sha256:another; now"), "\(result.output)")
    #expect(result.status == 0, "the bytes are the same all the same")
  }

  @Test func listThatWasAlteredCannotBeVerified() throws {
    try trial.scratch.write("out/run/inputs.jsonl", "{}\n")
    let result = try verify()
    #expect(result.status == 2)
    #expect(result.errors.contains("out/run/inputs.jsonl: The list is gone or was changed"), "\(result.errors)")
  }

  @Test func folderWithoutARecordIsRefused() throws {
    try FileManager.default.removeItem(atPath: "\(trial.scratch.path)/out/run.json")
    let result = try verify()
    #expect(result.status == 2)
    #expect(result.errors.contains("out/run.json: There is no run record here."))
  }

  @Test func recordOfAnotherSchemaIsRefused() throws {
    try trial.scratch.write("out/run.json", "{\"schema\":\"songngu.run/9\"}")
    let result = try verify()
    #expect(result.status == 2)
    #expect(result.errors.contains("“songngu.run/9”"), "\(result.errors)")
  }

  @Test func writerMayNotTakeTheRecordsPlace() throws {
    try trial.scratch.write(
      "p.yaml", "pipeline: test\ninput: { paths: [in] }\nstages: [cleanup]\noutput: [json-lines: { path: run.json }]\n")
    let result = try trial.run(["--output", "other"])
    #expect(result.status == 2)
    #expect(result.errors.contains("“run.json”, a name that the host uses itself"), "\(result.errors)")
  }
}

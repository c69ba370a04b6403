import Foundation
import TestSupport
import Testing

/// A module made by `songngu new-module`, built outside the repository, loads and runs.
struct NewModuleTests {
  @Test func newModuleBuildsLoadsAndRuns() throws {
    let scratch = try ScratchFolder()
    let songngu = try TestProcess.built("songngu")
    let made = try TestProcess.run([songngu, "new-module", "word-marks"], in: scratch.url)
    try #require(made.status == 0, "\(made.errors)")
    let package = scratch.url.appendingPathComponent("word-marks")

    let built = try TestProcess.run(["swift", "build", "--build-tests"], in: package)
    try #require(built.status == 0, "\(built.output)\n\(built.errors)")
    let tested = try TestProcess.run(["swift", "test", "--skip-build"], in: package)
    #expect(tested.status == 0, "\(tested.output)\n\(tested.errors)")

    try scratch.write("report.txt", "A report on reports.\n")
    try scratch.write(
      "p.yaml",
      "pipeline: p\ninput: { paths: [report.txt] }\nstages: [word-marks: { word: report }]\noutput: [json-lines]\n")
    let folder = package.appendingPathComponent(".build/debug").path
    let ran = try TestProcess.run([songngu, "run", "p.yaml", "--modules", folder], in: scratch.url)
    #expect(ran.status == 0, "\(ran.errors)")
    let output = try String(contentsOf: scratch.url.appendingPathComponent("out/documents.jsonl"), encoding: .utf8)
    #expect(output.components(separatedBy: "\"layer\":\"word-marks\"").count == 3)
  }
}

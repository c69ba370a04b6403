import Foundation
import TestSupport
import Testing

/// A module made by `songngu new-module`, built outside the repository, loads and runs.
struct NewModuleTests {
  @Test func newModuleBuildsLoadsAndGivesTheSameAsItsTwinInPython() throws {
    let scratch = try ScratchFolder()
    let songngu = try TestProcess.built("songngu")
    let made = try TestProcess.run([songngu, "new-module", "word-marks"], in: scratch.url)
    try #require(made.status == 0, "\(made.errors)")
    let package = scratch.url.appendingPathComponent("word-marks")

    let built = try TestProcess.run(["swift", "build", "--build-tests"], in: package)
    try #require(built.status == 0, "\(built.output)\n\(built.errors)")
    let tested = try TestProcess.run(["swift", "test", "--skip-build"], in: package)
    #expect(tested.status == 0, "\(tested.output)\n\(tested.errors)")

    try scratch.write("report.txt", Self.report)
    let output = try documents("swift", package.appendingPathComponent(".build/debug").path, scratch)
    #expect(output.components(separatedBy: "\"layer\":\"word-marks\"").count == 6)
    #expect(try documents("python", pythonModule(scratch), scratch) == output)
  }

  @Test func newModuleInPythonWorksAndKeepsTheContract() throws {
    let scratch = try ScratchFolder()
    let folder = try pythonModule(scratch)
    let package = URL(fileURLWithPath: folder)
    let tested = try TestProcess.run(["python3", "-m", "unittest"], in: package)
    #expect(tested.status == 0, "\(tested.errors)")
    let conformance = try TestProcess.run([TestProcess.built("songngu"), "conformance", folder])
    #expect(conformance.status == 0, "\(conformance.output)")
    try scratch.write("report.txt", Self.report)
    let output = try documents("python", folder, scratch)
    // It is listed, planned and documented like a library.
    let songngu = try TestProcess.built("songngu")
    let listed = try TestProcess.run([songngu, "modules", "--modules", folder])
    #expect(listed.output.contains("word-marks: annotator. Marks every occurrence of a word.\n    writes word-marks\n"))
    #expect(listed.output.contains("    word = report  The word to mark.\n"))
    let planned = try TestProcess.run([songngu, "plan", "p.yaml", "--modules", folder], in: scratch.url)
    #expect(planned.output.contains("#   word-marks: word-marks 0.1.0, sha256:"))
    let written = try TestProcess.run([songngu, "generate", "docs", "--modules", folder], in: scratch.url)
    #expect(written.status == 0, "\(written.errors)")
    let page = try String(contentsOf: scratch.url.appendingPathComponent("docs/stages/word-marks.md"), encoding: .utf8)
    #expect(page.contains("The word to mark."))
    #expect(output.components(separatedBy: "\"layer\":\"word-marks\"").count == 6)
  }

  private static let report =
    "A report on reports.\n\nB\u{301}a\u{301}o cáo 😀 report: “ơ-report”, re\u{301}port 👩‍👩‍👧report.\n"

  /// Makes the Python module and gives its folder.
  private func pythonModule(_ scratch: ScratchFolder) throws -> String {
    let made = try TestProcess.run(
      [
        TestProcess.built("songngu"), "new-module", "word-marks", "--language", "python", "--directory",
        scratch.path + "/python",
      ])
    try #require(made.status == 0, "\(made.errors)")
    return scratch.path + "/python/word-marks"
  }

  /// What a run over the report writes, but for its provenance, which names the module.
  private func documents(_ name: String, _ modules: String, _ scratch: ScratchFolder) throws -> String {
    try scratch.write(
      "p.yaml",
      "pipeline: p\ninput: { paths: [report.txt] }\nstages: [word-marks: { word: report }]\noutput: [json-lines]\n")
    let ran = try TestProcess.run(
      [TestProcess.built("songngu"), "run", "p.yaml", "--modules", modules, "--output", name], in: scratch.url)
    #expect(ran.status == 0, "\(ran.errors)")
    let output = try String(contentsOf: scratch.url.appendingPathComponent("\(name)/documents.jsonl"), encoding: .utf8)
    return String(output[..<(output.range(of: ",\"provenance\":")?.lowerBound ?? output.endIndex)])
  }
}

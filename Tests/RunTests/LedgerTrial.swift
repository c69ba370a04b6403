import Foundation
import StageKit
import TestSupport
import Testing

/// Runs the real program over a folder of small documents.
struct LedgerTrial {
  let scratch: ScratchFolder

  /// - Parameter size: bytes of each document, about.
  init(documents: Int = 20, size: Int = 40) throws {
    scratch = try ScratchFolder()
    try scratch.write("p.yaml", Self.pipeline("test"))
    for number in 0..<documents { try write(number, size: size) }
  }

  static func pipeline(_ name: String, stages: String = "[cleanup, language, sentences]") -> String {
    """
    pipeline: \(name)
    input: { paths: [in] }
    stages: \(stages)
    output: [json-lines, entity-table, html]

    """
  }

  func write(_ number: Int, _ text: String = "Report", size: Int = 40) throws {
    let line = "\(text) number \(number) from Hà Nội .\n"
    let name = String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
    try scratch.write("in/\(name).txt", String(repeating: line, count: max(1, size / line.utf8.count)))
  }

  var command: [String] { get throws { [try TestProcess.built("songngu"), "run", "p.yaml"] } }

  @discardableResult
  func run(_ arguments: [String] = [], prefix: [String] = []) throws -> TestProcess.Result {
    try TestProcess.run(prefix + command + arguments, in: scratch.url)
  }

  /// The summary that `--json` prints last.
  func summary(_ arguments: [String] = []) throws -> [String: Any] {
    let result = try run(["--json"] + arguments)
    let line = try #require(result.output.split(separator: "\n").last, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  /// Every file that the user sees, by its path below the output folder; but for the report, which tells times.
  func files(_ folder: String = "out") throws -> [String: Data] {
    let root = scratch.url.appendingPathComponent(folder)
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !path.hasPrefix(".songngu") && path != "report.html" {
      let file = root.appendingPathComponent(path)
      if !file.hasDirectoryPath { files[path] = try Data(contentsOf: file) }
    }
    return files
  }

  /// Holds the output to that of a run from nothing.
  func expectSameAsFresh(_ folder: String = "out", sourceLocation: SourceLocation = #_sourceLocation) throws {
    let fresh = "fresh-\(UUID().uuidString)"
    try run(["--output", fresh])
    let expected = try files(fresh)
    let found = try files(folder)
    let differing = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
    #expect(differing == [], sourceLocation: sourceLocation)
    #expect(!expected.isEmpty, sourceLocation: sourceLocation)
  }
}

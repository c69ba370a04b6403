import Foundation
import TestSupport
import Testing

/// Replays the sessions in `Tests/Transcripts`.
///
/// With `RECORD_TRANSCRIPTS=1` they are written anew, and the test fails once, so that nobody commits a session without
/// having read it.
struct TranscriptTests {
  private static let folder = TestProcess.repository.appendingPathComponent("Tests/Transcripts")
  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: names) func sessionGoesAsWritten(name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let links = ["seeds": "seeds", "glossary": "glossary", "pipelines": "pipelines"].mapValues {
      TestProcess.repository.appendingPathComponent($0).path
    }
    let actual = try Transcript(expected).replay(program: TestProcess.built("songngu"), links: links)
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil, actual != expected {
      try Data(actual.utf8).write(to: file)
      Issue.record("\(name) was written anew; read it")
      return
    }
    let pairs = zip(actual.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    for (number, (found, wanted)) in pairs.enumerated() where found != wanted {
      Issue.record("\(name):\(number + 1)\n  expected: \(wanted)\n  found:    \(found)")
      return
    }
    #expect(actual == expected, "\(name) has another number of lines")
  }

  @Test func thereAreSessions() { #expect(!Self.names.isEmpty) }
}

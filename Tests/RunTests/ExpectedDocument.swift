import Foundation
import TestSupport

/// What a seed must give: a file in `Tests/Expected` that a person can read; its head explains the format.
struct ExpectedDocument {
  struct Name: Hashable, CustomStringConvertible {
    let type: String
    let text: String
    let occurrence: Int
    var description: String { "\(type) “\(text)” \(occurrence)" }
  }

  private(set) var names: [Name] = []
  private(set) var must: [Name] = []
  private(set) var edits: [(before: String, after: String, reason: String)] = []
  private(set) var findings: [(code: String, fragment: String)] = []

  init(seed: String) throws {
    let file = TestProcess.repository.appendingPathComponent("Tests/Expected/\(seed).expected.txt")
    var section = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = String(line)
        continue
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (section, cells.count) {
      case ("[names]", 3...): names.append(Name(type: cells[0], text: cells[1], occurrence: Int(cells[2]) ?? 0))
      case ("[must]", 3...): must.append(Name(type: cells[0], text: cells[1], occurrence: Int(cells[2]) ?? 0))
      case ("[edits]", 4): edits.append((cells[1], cells[2], cells[3]))
      case ("[findings]", 3): findings.append((cells[1], cells[2]))
      default: throw ParseError(line: String(line))
      }
    }
  }

  struct ParseError: Error { let line: String }
}

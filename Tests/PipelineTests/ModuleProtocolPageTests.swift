import Foundation
import StageKit
import TestSupport
import Testing

@testable import Pipeline

/// The examples in `docs/module-protocol.md` are what the host takes and what the schema allows.
struct ModuleProtocolPageTests {
  private func examples() throws -> [String] {
    let page = TestProcess.repository.appendingPathComponent("docs/module-protocol.md")
    return try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```json\n").dropFirst().map {
      $0.components(separatedBy: "```")[0].replacing("\n", with: " ")
    }
  }

  @Test func everyAnswerFollowsTheSchemaAndIsTaken() throws {
    let file = TestProcess.repository.appendingPathComponent("docs/schema/songngu.module-1.schema.json")
    var root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let offsets = OffsetConverter(Text("A report."), .scalar)
    var seen: [String] = []
    for example in try examples() {
      let line = Array(example.utf8)
      let answer = try JSONReader.read(line)
      let type = try #require(answer["type"]?.string)
      if ["open", "process", "close"].contains(type) || (type == "hello" && answer["module"] == nil) { continue }
      seen.append(type)
      root["$ref"] = "#/$defs/\(type)"
      let schema = try JSONSchema(JSONSerialization.data(withJSONObject: root))
      #expect(schema.failures(try JSONSerialization.jsonObject(with: Data(line))) == [])
      switch type {
      case "hello": #expect(try Hello(answer, line: line).descriptions.map(\.id) == ["word-marks"])
      case "result":
        let kind: StageDescription.Kind = answer["edits"] == nil ? .annotator : .editor
        #expect(throws: Never.self) { try ResultMessage(answer, id: 1, kind: kind, offsets) }
      case "failed":
        #expect(throws: ModuleFault.failed("The text is not Vietnamese.")) {
          try ResultMessage(answer, id: 1, kind: .annotator, offsets)
        }
      default: break
      }
    }
    #expect(seen == ["hello", "opened", "refused", "result", "result", "failed"])
  }
}

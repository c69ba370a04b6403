import Foundation
import Pipeline
import SongnguCommands
import TestSupport
import Testing

/// The files that are made from descriptions are as fresh as the descriptions.
struct GeneratedFilesTests {
  @Test func checkedInFilesAreFresh() throws {
    let search = ModuleSearchPath(given: [], environment: [:], executable: try TestProcess.built("songngu"))
    let docs = TestProcess.repository.appendingPathComponent("docs")
    let files = GeneratedFiles.files(ModuleRegistry(search))
    for (path, text) in files {
      let found = try? String(contentsOf: docs.appendingPathComponent(path), encoding: .utf8)
      #expect(found == text, "docs/\(path) is stale; run make generate")
    }
    let pages = try FileManager.default.contentsOfDirectory(atPath: docs.appendingPathComponent("stages").path)
    #expect(Set(pages.map { "stages/\($0)" }) == Set(files.map(\.path).filter { $0.hasPrefix("stages/") }))
  }
}

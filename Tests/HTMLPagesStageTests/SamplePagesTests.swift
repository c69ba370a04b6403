import Foundation
import StageKit
import TestSupport
import Testing

@testable import HTMLPagesStage

/// Writes pages to look at, when told where: `SONGNGU_PAGES=/tmp/pages swift test --filter SamplePages`.
struct SamplePagesTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SONGNGU_PAGES"] != nil))
  func writesPagesToLookAt() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["SONGNGU_PAGES"] ?? "")
    let writer = HTMLPagesWriter()
    var rejected = DocumentBuilder("", id: "ffff", uri: "reports/photo.jpg")
    rejected.set(.rejected)
    rejected.add(
      Finding(.error, "read.binary", nil, "The file is no text: it begins with the bytes of a JPEG picture."))
    let clean = DocumentBuilder("Một báo cáo sạch.\n\nKhông có gì để sửa.\n", id: "cc", uri: "reports/sạch.txt")
    var notes: [[UInt8]] = []
    var files: [OutputFile] = []
    for document in [try SampleReport.document(), rejected.document, clean.document] {
      let rendering = try writer.render(document, StageContext())
      files += rendering.files
      notes.append(rendering.note)
    }
    var iterator = notes.makeIterator()
    files += try writer.finish { iterator.next() }
    for file in files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}

import Foundation
import StageKit
import Testing

/// The seeds come out right.
struct SeedGoldenTests {
  private static let original = "migrant-workers-and-social-protection"

  /// The names in a document, each with the number of the occurrence of its text.
  private func names(_ document: Document) -> [ExpectedDocument.Name] {
    let text = document.text.description
    return document.annotations(in: .entity).map { annotation in
      let name = document.text[annotation.range]
      let occurrence = occurrences(of: name, in: text, before: annotation.range.start) + 1
      return ExpectedDocument.Name(type: annotation.type, text: name, occurrence: occurrence)
    }
  }

  /// How many times `name` stands in `text` before the byte `offset`, overlaps included.
  private func occurrences(of name: String, in text: String, before offset: Int) -> Int {
    let text = Array(text.utf8)
    let name = Array(name.utf8)
    return (0..<offset).count { $0 + name.count <= text.count && text[$0..<$0 + name.count].elementsEqual(name) }
  }

  @Test func originalReportHasExactlyTheExpectedNames() throws {
    let expected = try ExpectedDocument(seed: Self.original)
    let document = try SeedPipeline.document(Self.original)
    let found = names(document)
    for name in expected.names { #expect(found.contains(name), "missed: \(name)") }
    for name in found { #expect(expected.names.contains(name), "invented: \(name)") }
    #expect(found.count == expected.names.count)
  }

  @Test func originalReportHasExactlyTheExpectedEdits() throws {
    let expected = try ExpectedDocument(seed: Self.original)
    let document = try SeedPipeline.document(Self.original)
    var text = String(decoding: document.source.bytes, as: UTF8.self)
    for edit in expected.edits { text = text.replacing(edit.before, with: edit.after) }
    #expect(document.text.description == text, "nothing else in the text changes")
    #expect(document.edits.records.map(\.reason).sorted() == expected.edits.map(\.reason).sorted())
  }

  @Test func originalReportHasExactlyTheExpectedFindings() throws {
    let expected = try ExpectedDocument(seed: Self.original)
    let document = try SeedPipeline.document(Self.original)
    let text = document.text.description
    for finding in expected.findings {
      let start = try #require(text.utf8Offset(of: finding.fragment))
      let range = TextRange(start, start + finding.fragment.utf8.count)
      let hit = document.findings.contains { found in
        found.code == finding.code && found.range.map { $0.overlaps(range) || range.contains($0) } ?? false
      }
      #expect(hit, "missed: \(finding.code) at “\(finding.fragment)”")
    }
    #expect(document.findings.map(\.code).sorted() == expected.findings.map(\.code).sorted())
  }

  @Test(arguments: [
    "decision-steering-committee-quang-ngai", "donor-report-climate-resilience",
    "minutes-coordination-meeting-bilingual", "news-womens-cooperative-quang-tri",
  ])
  func seedHasTheNamesThatItMustHave(seed: String) throws {
    let expected = try ExpectedDocument(seed: seed)
    let found = Set(names(try SeedPipeline.document(seed)))
    for name in expected.must { #expect(found.contains(name), "missed: \(name)") }
  }

  @Test(arguments: [
    "decision-steering-committee-quang-ngai", "donor-report-climate-resilience",
    "minutes-coordination-meeting-bilingual", "news-womens-cooperative-quang-tri",
  ])
  func cleanSeedStaysAsItIs(seed: String) throws {
    let document = try SeedPipeline.document(seed)
    let edits = document.edits.records.map {
      "\($0.reason): “\(document.edits.before($0))” → “\(document.edits.after($0))”"
    }
    #expect(edits.isEmpty)
  }

  @Test func everyAnnotationLeadsToTheBytesOfItsName() throws {
    let document = try SeedPipeline.document(Self.original)
    for annotation in document.annotations(in: .entity) {
      let places = document.alignment.source(of: annotation.range)
      let bytes = places.flatMap { document.source.bytes(of: $0) }
      let touched = document.edits.records.contains { record in
        record.range.start < annotation.range.end && annotation.range.start < record.range.end
      }
      if !touched { #expect(bytes == Array(document.text.bytes[annotation.range.start..<annotation.range.end])) }
    }
  }
}

extension String {
  /// Byte offset of the first occurrence of `fragment`.
  fileprivate func utf8Offset(of fragment: String) -> Int? {
    range(of: fragment).map { utf8.distance(from: utf8.startIndex, to: $0.lowerBound) }
  }
}

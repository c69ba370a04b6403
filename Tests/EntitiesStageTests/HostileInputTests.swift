import StageKit
import TestSupport
import Testing

@testable import EntitiesStage

/// What nobody writes, and somebody sends.
struct HostileInputTests {
  /// A stage that has seen many texts.
  private static let experienced = EntityTagger(TestLexicon.shared, types: Set(EntityType.allCases))

  @Test(
    "Long runs of one thing take linear time",
    arguments: [
      "(", "@", "a@", ".", "A ", "Sở ", "of ", "and ", "Nguyễn ", "1/", "12 ", "12-", "UBND ", "’s ", "Hanoi, ",
      "tháng ", "- ", "e\u{301}\u{301}", "Hội,", "CDI, ", "Mr. ", "http://", "0 ", "\" ", "commune and ",
    ])
  func longRuns(_ unit: String) throws {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    for entity in try entities(in: text) { #expect(entity.range.end <= text.utf8.count) }
  }

  @Test("Entities lie on character boundaries and never cross", arguments: 0..<200)
  func randomTexts(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "Sở", "Y", "tế", "tỉnh", "Quảng Trị", ",", " ", " ", " ", " ", "\n", "\n\n", "Hanoi", "of", "Department", "for",
      "the",
      "Nguyễn", "Thị", "Hồng", "(", ")", "MGA", "CDI", "15", "/", "2016", "tháng", "August", "-", "’s", "“", "”", "Mr",
      ".",
      "đ", "e\u{301}", "😀", "\u{200B}", "UBND", "xã", "Kim Chung", "commune", "@", "example.org", "http://", "+84",
    ]
    let text = (0..<200).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    let checked = Text(text)
    let found = try entities(in: text)
    #expect(
      try Self.experienced.entities(in: checked, StageContext()) == found, "seed \(seed): memory changes the result")
    for entity in found {
      #expect(
        checked.isScalarBoundary(entity.range.start) && checked.isScalarBoundary(entity.range.end), "seed \(seed)")
      #expect(!entity.range.isEmpty)
    }
    for (first, second) in zip(found, found.dropFirst()) where first.range.overlaps(second.range) {
      #expect(first.range.contains(second.range), "seed \(seed): \(first.range) and \(second.range) cross")
    }
  }

  @Test("A name on the seam of two pages is found, and ranges are those of the document")
  func seams() throws {
    let filler = String(repeating: "nothing of note here. ", count: 3_000)
    let text = filler + "\n\nMOLISA met.\n\n" + filler + "\n\nStaff of MOLISA."
    let found = try entities(in: text).map { Text(text)[$0.range] }
    #expect(found == ["MOLISA", "MOLISA"])
  }
}

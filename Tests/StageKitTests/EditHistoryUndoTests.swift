import StageKit
import TestSupport
import Testing

struct EditHistoryUndoTests {
  @Test func takingAllEditsBackGivesTheTextAsItWasRead() throws {
    var random = SeededGenerator(seed: 20_240_312)
    for round in 0..<3000 {
      let original = RandomText.make(&random)
      var document = try StageTrial.document(original.description)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let edits = try RandomText.edits(for: document.text, &random)
        try document.apply(EditResult(edits: edits), by: 0)
      }
      let points = (0...document.text.count).filter { document.text.isScalarBoundary($0) }
      let undone = document.edits.undone(from: document.text, points: points)
      #expect(undone.text == original, "seed 20240312, round \(round)")
      #expect(undone.points == undone.points.sorted())
      for (record, range) in zip(document.edits.records, undone.ranges) {
        #expect(range.end <= original.count && original.isScalarBoundary(range.start), "round \(round)")
        // With an identity alignment the source of an edit is where its text lay; a later edit beside it may widen it.
        if let source = record.source.first, !range.isEmpty {
          #expect(range.start <= source.end && source.start <= range.end, "round \(round): \(range), \(source)")
        }
      }
    }
  }

  @Test func placesOfLaterEditsAreFoundThroughEarlierOnes() throws {
    var builder = DocumentBuilder("one  two three four")
    try builder.edit("first", [("  ", " "), ("three", "3")], reason: "first")
    try builder.edit("second", [("3 four", "3, four")], reason: "second")
    let undone = builder.document.edits.undone(from: builder.document.text)
    #expect(undone.text.description == "one  two three four")
    #expect(undone.ranges.map { undone.text[$0] } == ["  ", "three", "three four"])
  }
}

import StageKit
import TestSupport
import Testing

/// The laws of edits and alignments over random documents and random edits, each case with its own seed.
struct AlignmentLawTests {
  static let seeds = UInt64(0)..<2000

  /// A naive model: for every byte of the text the source bytes it stands for.
  private struct Model {
    var bytes: [UInt8]
    var origins: [(start: Int, end: Int)]
    var isExact: [Bool]

    init(_ text: Text) {
      bytes = text.bytes
      isExact = text.bytes.map { _ in true }
      origins = (0..<text.count).map { ($0, $0 + 1) }
    }

    mutating func apply(_ edits: EditList) {
      for index in edits.indices.reversed() {
        let edit = edits[index]
        let replacement = Array(edits.replacementBytes[edit.replacement])
        let range = edit.range.start..<edit.range.end
        let covered = origins[range].filter { $0.start != Int.max }
        var origin = (start: Int.max, end: Int.max)  // an insertion stands for no byte
        if let first = covered.first, let last = covered.last {
          origin = (first.start, last.end)
        } else if range.isEmpty, range.lowerBound > 0, range.lowerBound < origins.count,
          origins[range.lowerBound - 1] == origins[range.lowerBound]
        {
          origin = origins[range.lowerBound]  // inside a replacement: all that the replacement stands for
        }
        // Where an inserted text is replaced together with others, the place of the insertion counts too.
        let neighbours = max(0, range.lowerBound - 1)..<min(isExact.count, range.upperBound + 1)
        let staysExact = covered.count == range.count && isExact[neighbours].allSatisfy { $0 }
        isExact.replaceSubrange(range, with: repeatElement(staysExact, count: replacement.count))
        bytes.replaceSubrange(range, with: replacement)
        origins.replaceSubrange(range, with: repeatElement(origin, count: replacement.count))
      }
    }
  }

  @Test func composedAlignmentEqualsOneShotMap() throws {
    try Self.seeds.forEach(composedAlignmentEqualsOneShotMap)
  }

  private func composedAlignmentEqualsOneShotMap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = RandomText.make(&random)
    var text = source
    var alignment = Alignment(identity: source.count)
    var model = Model(source)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let edits = try RandomText.edits(for: text, &random)
      alignment = alignment.applying(edits)
      text = try edits.apply(to: text)
      model.apply(edits)
      #expect(text.bytes == model.bytes, "seed \(seed)")
      #expect(alignment.textLength == text.count, "seed \(seed)")
    }
    for offset in 0..<text.count where model.origins[offset].start != Int.max {
      let mapped = try #require(alignment.source(of: TextRange(offset, offset + 1)).first)
      let origin = model.origins[offset]
      #expect(mapped.start <= origin.start && origin.end <= mapped.end, "seed \(seed), byte \(offset)")
      if model.isExact[offset] {
        #expect(mapped == SourceRange(origin.start, origin.end), "seed \(seed), byte \(offset)")
      }
    }
  }

  @Test func everyRangeMapsToSourceThatCoversIt() throws {
    try Self.seeds.forEach(everyRangeMapsToSourceThatCoversIt)
  }

  private func everyRangeMapsToSourceThatCoversIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = RandomText.make(&random)
    let edits = try RandomText.edits(for: source, &random)
    let text = try edits.apply(to: source)
    let alignment = Alignment(identity: source.count).applying(edits)
    var model = Model(source)
    model.apply(edits)
    for _ in 0..<20 where text.count > 0 {
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = Int.random(in: start + 1...text.count, using: &random)
      let mapped = alignment.source(of: TextRange(start, end))
      #expect(mapped.count == 1, "seed \(seed)")
      let low = model.origins[start..<end].map(\.start).filter { $0 != Int.max }.min()
      let high = model.origins[start..<end].map(\.end).filter { $0 != Int.max }.max()
      if let low, let high, let range = mapped.first {
        #expect(range.start <= low && high <= range.end, "seed \(seed), range \(start)..<\(end)")
        // And back: the text of that source covers the range.
        let back = try #require(alignment.text(of: SourceRange(low, high)))
        #expect(back.start <= start + leadingInsertions(model, start, end), "seed \(seed)")
        #expect(back.end >= end - trailingInsertions(model, start, end), "seed \(seed)")
      }
    }
  }

  private func leadingInsertions(_ model: Model, _ start: Int, _ end: Int) -> Int {
    model.origins[start..<end].prefix { $0.start == Int.max }.count
  }

  private func trailingInsertions(_ model: Model, _ start: Int, _ end: Int) -> Int {
    model.origins[start..<end].reversed().prefix { $0.start == Int.max }.count
  }

  @Test func rangesStayOrderedAndUntouchedStretchesKeepTheirBytes() throws {
    try Self.seeds.forEach(rangesStayOrderedAndUntouchedStretchesKeepTheirBytes)
  }

  private func rangesStayOrderedAndUntouchedStretchesKeepTheirBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = RandomText.make(&random)
    let first = try RandomText.edits(for: source, &random)
    let middle = try first.apply(to: source)
    let second = try RandomText.edits(for: middle, &random)
    let text = try second.apply(to: middle)
    let alignment = Alignment(identity: source.count).applying(first).applying(second)
    var previous = SourceRange(0, 0)
    for offset in 0..<text.count {
      let range = try #require(alignment.source(of: TextRange(offset, offset + 1)).first)
      #expect(range.start >= previous.start && range.end >= previous.end, "seed \(seed), byte \(offset)")
      previous = range
    }
    // A range that no edit touches moves, and maps back to the same bytes.
    for _ in 0..<10 where source.count > 0 {
      let start = Int.random(in: 0..<source.count, using: &random)
      let range = TextRange(start, Int.random(in: start + 1...source.count, using: &random))
      guard !first.contains(where: { touches($0.range, range) }), let moved = first.move(range),
        !second.contains(where: { touches($0.range, moved) }), let final = second.move(moved)
      else { continue }
      #expect(text.bytes[final.start..<final.end] == source.bytes[range.start..<range.end], "seed \(seed)")
      #expect(alignment.source(of: final) == [SourceRange(range.start, range.end)], "seed \(seed)")
    }
  }

  private func touches(_ edit: TextRange, _ range: TextRange) -> Bool {
    edit.start < range.end && range.start < edit.end
      || (edit.isEmpty && range.start < edit.start && edit.start < range.end)
  }

  @Test func movedRangeCoversWhatBecameOfItsText() throws {
    try Self.seeds.forEach(movedRangeCoversWhatBecameOfItsText)
  }

  private func movedRangeCoversWhatBecameOfItsText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = RandomText.make(&random)
    let edits = try RandomText.edits(for: source, &random)
    var model = Model(source)
    model.apply(edits)
    for _ in 0..<20 where source.count > 0 {
      let start = Int.random(in: 0..<source.count, using: &random)
      let range = TextRange(start, Int.random(in: start + 1...source.count, using: &random))
      let places = model.origins.indices.filter { index in
        model.origins[index].start < range.end && range.start < model.origins[index].end
      }
      if let low = places.first, let high = places.last {
        let moved = try #require(edits.move(range), "seed \(seed), range \(range)")
        #expect(moved.start <= low && high < moved.end, "seed \(seed), range \(range)")
        // What it covers beyond that was inserted inside the range, next to text that was deleted.
        let beyond = Array(moved.start..<low) + Array(high + 1..<moved.end)
        #expect(beyond.allSatisfy { model.origins[$0].start == Int.max }, "seed \(seed), range \(range)")
      } else {
        #expect(edits.move(range)?.count ?? 0 == insertedInside(edits, range), "seed \(seed), range \(range)")
      }
    }
  }

  private func insertedInside(_ edits: EditList, _ range: TextRange) -> Int {
    edits.filter { $0.range.isEmpty && range.start < $0.range.start && $0.range.start < range.end }
      .reduce(0) { $0 + $1.replacement.count }
  }
}

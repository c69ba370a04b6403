/// The map between the working text of a document and the bytes of its source, both ways.
///
/// It is a sequence of runs that cover the text without gap. In an *equal* run text and source have the same bytes; in a
/// *replaced* run a stretch of text stands for a stretch of source of any length, either of which may be empty. Source
/// ranges never go backwards within a part, and parts follow one another in reading order. A reader builds the first
/// alignment with ``AlignmentBuilder``; the host composes it with every ``EditList``; nobody else writes one.
public struct Alignment: Sendable, Equatable {
  struct Run: Equatable, Sendable {
    var textStart: UInt32
    var textEnd: UInt32
    var sourceStart: UInt32
    var sourceEnd: UInt32
    var part: UInt16
    var isEqual: Bool
  }

  var runs: [Run]
  /// Length of the text in bytes.
  public internal(set) var textLength: Int

  init(runs: [Run], textLength: Int) {
    self.runs = runs
    self.textLength = textLength
  }

  /// The alignment of a text whose bytes are those of `part`, from `sourceStart` on.
  public init(identity length: Int, part: Int = 0, sourceStart: Int = 0) {
    var builder = AlignmentBuilder()
    builder.appendEqual(SourceRange(part: part, sourceStart, sourceStart + length))
    self = builder.alignment
  }

  /// Number of runs; a measure of its size in memory (20 bytes each).
  public var runCount: Int { runs.count }

  /// Index of the first run that ends behind the text offset.
  func firstRun(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].textEnd) > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

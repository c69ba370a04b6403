/// Looks up the source of many ranges of one text, quickest if they come in document order.
public struct AlignmentCursor: Sendable {
  private let alignment: Alignment
  /// The run that the last range began in.
  private var run = 0

  public init(_ alignment: Alignment) { self.alignment = alignment }

  /// What ``Alignment/source(of:)`` answers, one stretch after the other.
  public mutating func forEachSource(of range: TextRange, _ body: (SourceRange) -> Void) {
    if let only = onlySource(of: range) { return body(only) }
    alignment.forEachSource(of: range, body)
  }

  /// The source of a range that lies in one equal run, as nearly all do; `nil` for others.
  public mutating func onlySource(of range: TextRange) -> SourceRange? {
    let runs = alignment.runs
    guard range.start < range.end, range.end <= alignment.textLength else { return nil }
    if run < runs.count, range.start < Int(runs[run].textStart) { run = alignment.firstRun(endingAfter: range.start) }
    while run < runs.count, Int(runs[run].textEnd) <= range.start { run &+= 1 }
    guard run < runs.count, runs[run].isEqual, range.end <= Int(runs[run].textEnd) else { return nil }
    return alignment.piece(of: runs[run], within: range)
  }
}

extension Alignment {
  /// The alignment of the text after `edits`, in one linear pass over runs and edits.
  ///
  /// `edits` must be applicable to the text of this alignment.
  public func applying(_ edits: EditList) -> Alignment {
    if edits.isEmpty { return self }
    var builder = AlignmentBuilder()
    var cursor = RunCursor(alignment: self)
    for edit in edits {
      cursor.copy(upTo: edit.range.start, into: &builder)
      cursor.replace(edit.range, count: edit.replacement.count, into: &builder)
    }
    cursor.copy(upTo: textLength, into: &builder)
    cursor.copyRest(into: &builder)
    return builder.alignment
  }
}

/// Walks the runs of an alignment once, from left to right.
private struct RunCursor {
  let alignment: Alignment
  var index = 0
  var position = 0

  /// Carries the text from the position to `end` over as it is, with the deletions before `end`.
  mutating func copy(upTo end: Int, into builder: inout AlignmentBuilder) {
    while index < alignment.runs.count {
      let run = alignment.runs[index]
      let isDeletion = run.textStart == run.textEnd
      if isDeletion ? Int(run.textStart) >= end : Int(max(Int(run.textStart), position)) >= end { return }
      let stop = min(end, Int(run.textEnd))
      let stretch = TextRange(min(position, stop), stop)
      builder.append(
        textCount: stretch.count, alignment.piece(of: run, within: stretch), isEqual: run.isEqual)
      position = stop
      if Int(run.textEnd) > end { return }
      index += 1
    }
  }

  /// Deletions that stand at the very end of the text.
  mutating func copyRest(into builder: inout AlignmentBuilder) {
    while index < alignment.runs.count {
      let run = alignment.runs[index]
      builder.append(
        textCount: 0, SourceRange(part: Int(run.part), Int(run.sourceStart), Int(run.sourceEnd)), isEqual: false)
      index += 1
    }
  }

  /// Puts `count` bytes in place of `range`, standing for all the source that `range` stood for.
  mutating func replace(_ range: TextRange, count: Int, into builder: inout AlignmentBuilder) {
    var pieces: [SourceRange] = []
    while index < alignment.runs.count {
      let run = alignment.runs[index]
      guard Int(run.textStart) < range.end else { break }
      let piece = alignment.piece(of: run, within: range)
      if Int(run.textEnd) <= range.start {
        // Deleted just before the range: not part of what the replacement stands for.
        builder.append(textCount: 0, piece, isEqual: false)
      } else if let last = pieces.last, last.part == piece.part {
        pieces[pieces.count - 1] = SourceRange(
          part: last.part, min(last.start, piece.start), max(last.end, piece.end))
      } else {
        pieces.append(piece)
      }
      if Int(run.textEnd) > range.end { break }
      index += 1
    }
    position = range.end
    if pieces.isEmpty, let place = alignment.point(range.start) { pieces = [place] }
    for (number, piece) in pieces.enumerated() {
      builder.appendReplaced(textCount: number == 0 ? count : 0, piece)
    }
    if alignment.runs.isEmpty { builder.appendReplaced(textCount: count, SourceRange(0, 0)) }
  }
}

extension Alignment {
  /// The source bytes that a stretch of text comes from: ordered, and each part's adjacent stretches joined.
  ///
  /// Equal runs map byte by byte; a replaced run that the range touches maps as a whole, so the answer always covers the
  /// range. Source that was deleted inside the range belongs to it; source deleted at its edges does not. An empty range
  /// maps to an empty range, or to the whole of a replaced run that it lies inside.
  public func source(of range: TextRange) -> [SourceRange] {
    var result: [SourceRange] = []
    forEachSource(of: range) { result.append($0) }
    return result
  }

  /// What ``source(of:)`` answers, one stretch after the other, without an array.
  public func forEachSource(of range: TextRange, _ body: (SourceRange) -> Void) {
    precondition(range.end <= textLength, "range \(range) reaches outside a text of \(textLength) bytes")
    if range.isEmpty {
      if let point = point(range.start) { body(point) }
      return
    }
    var index = firstRun(endingAfter: range.start)
    guard index < runs.count else { return }
    var last = piece(of: runs[index], within: range)
    index += 1
    while index < runs.count, Int(runs[index].textStart) < range.end {
      let piece = piece(of: runs[index], within: range)
      if last.part == piece.part, piece.start <= last.end {
        last = SourceRange(part: last.part, min(last.start, piece.start), max(last.end, piece.end))
      } else {
        body(last)
        last = piece
      }
      index += 1
    }
    body(last)
  }

  /// The part of a run's source that stands for its overlap with `range`.
  func piece(of run: Run, within range: TextRange) -> SourceRange {
    guard run.isEqual else { return SourceRange(part: Int(run.part), Int(run.sourceStart), Int(run.sourceEnd)) }
    let from = max(range.start, Int(run.textStart)) - Int(run.textStart)
    let to = min(range.end, Int(run.textEnd)) - Int(run.textStart)
    return SourceRange(part: Int(run.part), Int(run.sourceStart) + from, Int(run.sourceStart) + to)
  }

  /// Where a point of the text lies in the source; `nil` only if there are no runs.
  func point(_ offset: Int) -> SourceRange? {
    let index = firstRun(endingAfter: offset)
    if index < runs.count {
      let run = runs[index]
      if run.isEqual {
        let start = Int(run.sourceStart) + offset - Int(run.textStart)
        return SourceRange(part: Int(run.part), start, start)
      }
      if Int(run.textStart) < offset {
        return SourceRange(part: Int(run.part), Int(run.sourceStart), Int(run.sourceEnd))
      }
      return SourceRange(part: Int(run.part), Int(run.sourceStart), Int(run.sourceStart))
    }
    return runs.last.map { SourceRange(part: Int($0.part), Int($0.sourceEnd), Int($0.sourceEnd)) }
  }

  /// The smallest stretch of text that covers what became of `source`; `nil` if nothing of it was ever text.
  ///
  /// Source that was deleted maps to the empty range where it had been.
  public func text(of source: SourceRange) -> TextRange? {
    var found: TextRange?
    for run in runs where Int(run.part) == source.part {
      guard Int(run.sourceEnd) >= source.start, Int(run.sourceStart) <= source.end else { continue }
      let touches =
        Int(run.sourceStart) < source.end && source.start < Int(run.sourceEnd)
        || (source.isEmpty && Int(run.sourceStart) <= source.start && source.start <= Int(run.sourceEnd))
      guard touches else { continue }
      var start = Int(run.textStart)
      var end = Int(run.textEnd)
      if run.isEqual {
        end = min(end, start + source.end - Int(run.sourceStart))
        start = max(start, start + source.start - Int(run.sourceStart))
      }
      found = found.map { TextRange(min($0.start, start), max($0.end, end)) } ?? TextRange(start, end)
      if source.isEmpty { break }
    }
    return found
  }
}

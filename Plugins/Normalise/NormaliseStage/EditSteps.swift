import StageKit

/// A text, and the edits that lead to it from the text as it was.
struct EditSteps {
  private(set) var text: Text
  private(set) var edits = EditList()

  init(_ text: Text) { self.text = text }

  /// Applies edits of the present text and composes them with those before.
  /// - Throws: ``EditError`` if they cannot be applied.
  mutating func take(_ next: EditList) throws(EditError) {
    guard !next.isEmpty else { return }
    edits = try edits.isEmpty ? next : Self.compose(edits, text, next)
    text = try next.apply(to: text)
  }

  /// The edits that do at once what `first`, which leads to `middle`, and then `second` do.
  ///
  /// Edits of the two lists that share bytes of the middle text become one, with the reason of the later.
  private static func compose(
    _ first: EditList, _ middle: Text, _ second: EditList
  ) throws(EditError) -> EditList {
    let first = Array(first)
    let lateBytes = second.replacementBytes
    let second = Array(second)
    var result = EditList()
    var early = 0
    var late = 0
    // How much longer the middle text has become, up to the edits already taken.
    var growth = 0
    var replacement: [UInt8] = []
    // Nearly all edits have the reason of the one before; the table is asked only about others.
    var lastReason = ""
    var reason = result.reason(first.first?.reason ?? "normalise")
    while early < first.count || late < second.count {
      let startsEarly =
        late == second.count
        || (early < first.count && first[early].newRange.start <= second[late].range.start)
      let start = startsEarly ? first[early].newRange.start : second[late].range.start
      var end = start
      let sourceStart = start - growth
      replacement.removeAll(keepingCapacity: true)
      var reasonName = ""
      var copied = start
      var isFirst = true
      // The group of edits that share bytes. What touches an insertion joins it: two at one place would be out of order.
      while true {
        let reach = end - growth == sourceStart ? end + 1 : end
        if early < first.count, isFirst && startsEarly || first[early].newRange.start < reach {
          let edit = first[early]
          if isFirst { reasonName = edit.reason }
          end = max(end, edit.newRange.end)
          growth += edit.newRange.count - edit.range.count
          early += 1
        } else if late < second.count, isFirst && !startsEarly || second[late].range.start < reach {
          let edit = second[late]
          reasonName = edit.reason
          end = max(end, edit.range.end)
          replacement += middle.bytes[copied..<edit.range.start]
          replacement += lateBytes[edit.replacement]
          copied = edit.range.end
          late += 1
        } else {
          break
        }
        isFirst = false
      }
      replacement += middle.bytes[copied..<end]
      if reasonName != lastReason {
        reason = result.reason(reasonName)
        lastReason = reasonName
      }
      try result.replace(TextRange(sourceStart, end - growth), with: replacement, reason)
    }
    return result
  }
}

extension EditList {
  /// The edits of the list that pass the test, asked with the range of each.
  func filtered(_ isWanted: (TextRange) -> Bool) -> EditList {
    var kept = EditList()
    let bytes = replacementBytes
    for edit in self where isWanted(edit.range) {
      let reason = kept.reason(edit.reason)
      do {
        try kept.replace(edit.range, with: bytes[edit.replacement], reason, score: edit.score)
      } catch {
        preconditionFailure("a part of a sorted list is sorted: \(error)")
      }
    }
    return kept
  }
}

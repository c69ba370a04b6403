import StageKit

/// An edit, or a run of edits that change nothing to see, as a page marks it.
struct EditMark {
  /// Index of its first record in the history; part of the anchors on the page.
  let number: Int
  /// How many edits it stands for.
  var count = 1
  /// In the text as it arrived; empty for an insertion.
  var original: TextRange
  /// In the working text; empty for a deletion.
  var final: TextRange
  /// Whether before and after look the same: canonically equivalent, in another normal form.
  let isQuiet: Bool

  /// Edits further apart than this, in bytes, are marked apart.
  private static let reach = 200

  /// The marks for a document's edits before `end` of the working text, at most `limit`, and how many edits have none.
  ///
  /// Edits of line ends need none and are not counted.
  static func marks(
    of document: Document, ranges: [TextRange], before end: Int, limit: Int
  ) -> (marks: [EditMark], left: Int) {
    var marks: [EditMark] = []
    var marked = 0
    let history = document.edits
    let records = history.records
    for (number, record) in records.enumerated() {
      // An edit across the end of what is shown would be marked in part only.
      guard record.range.end <= end else { continue }
      if isLineEnd(record, of: document) {
        marked += 1
        continue
      }
      let isQuiet = looksTheSame(history.beforeBytes(record), history.afterBytes(record))
      if isQuiet, let last = marks.last, last.isQuiet, number == last.number + last.count,
        records[last.number].by == record.by, records[last.number].reason == record.reason,
        joins(last.final.end, record.range.start, document.text), last.original.end <= ranges[number].start
      {
        marks[marks.count - 1].count += 1
        marks[marks.count - 1].final = TextRange(last.final.start, record.range.end)
        marks[marks.count - 1].original = TextRange(last.original.start, ranges[number].end)
      } else {
        guard marks.count < limit else { continue }
        marks.append(EditMark(number: number, original: ranges[number], final: record.range, isQuiet: isQuiet))
      }
      marked += 1
    }
    return (marks, records.count - marked)
  }

  /// Whether the edit only made a line end of CR LF or CR a line feed: a mark at every line would show nothing.
  private static func isLineEnd(_ record: EditHistory.Record, of document: Document) -> Bool {
    let before = document.edits.beforeBytes(record)
    guard before.first == 0x0D, before.count <= 2 else { return false }
    let after = document.edits.afterBytes(record)
    if before.count == 2 { return before.last == 0x0A && after.elementsEqual([0x0A]) }
    if after.elementsEqual([0x0A]) { return true }
    let next = record.range.end
    return after.isEmpty && next < document.text.count && document.text.bytes[next] == 0x0A
  }

  private static func joins(_ end: Int, _ start: Int, _ text: Text) -> Bool {
    end <= start && start - end <= reach && !text.bytes[end..<start].contains(0x0A)
  }

  private static func looksTheSame(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    // Swift compares strings by canonical equivalence; ASCII has only one form.
    guard before.count <= 64, after.count <= 64, before.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: before, as: UTF8.self) == String(decoding: after, as: UTF8.self)
  }
}

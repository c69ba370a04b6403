import StageKit

/// Edits and findings of a document, in text order, before they become an edit list.
struct Gathered {
  struct Entry {
    let range: TextRange
    /// Where the replacement lies in `replacements`.
    let replacement: Range<Int>
    let rule: Int
    let score: Float
  }

  /// Number under which the heading rule, which is not in the list of repairs, gives its edits.
  static let headingRule = -1

  private(set) var entries: [Entry] = []
  private var replacements: [UInt8] = []
  var findings: [Finding] = []
  var reasons: [String] = []

  mutating func add(_ range: TextRange, with replacement: ArraySlice<UInt8>, rule: Int, score: Float) {
    let start = replacements.count
    replacements.append(contentsOf: replacement)
    entries.append(Entry(range: range, replacement: start..<replacements.count, rule: rule, score: score))
  }

  /// Puts one deletion in the place of all entries from `count` on.
  mutating func deleteInstead(_ range: TextRange, from count: Int, score: Float) {
    entries.removeSubrange(count...)
    entries.append(Entry(range: range, replacement: 0..<0, rule: Self.headingRule, score: score))
  }

  func edits() throws(EditError) -> EditList {
    var list = EditList()
    if entries.isEmpty { return list }
    let heading = RepeatedHeading.description.id
    for entry in entries {
      let reason = list.reason(entry.rule == Self.headingRule ? heading : reasons[entry.rule])
      try list.replace(entry.range, with: replacements[entry.replacement], reason, score: Double(entry.score))
    }
    return list
  }
}

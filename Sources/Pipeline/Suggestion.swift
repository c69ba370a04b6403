/// Finds what a user probably meant.
enum Suggestion {
  /// The candidate nearest to `word` by edit distance, if it is near enough to be a slip of the pen.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, written.count / 3)
    return
      candidates
      .map { (candidate: $0, distance: distance(written, Array($0.lowercased().unicodeScalars))) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
      .candidate
  }

  /// A sentence to put behind a message; empty if nothing is near.
  static func sentence(for word: String, among candidates: some Sequence<String>) -> String {
    nearest(to: word, among: candidates).map { " Did you mean “\($0)”?" } ?? ""
  }

  /// Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
      var current = [row + 1]
      for column in 0..<second.count {
        let substitution = last[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}

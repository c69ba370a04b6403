import StageKit

/// Chooses the title of a document: its first heading if one comes early, else its first line.
enum TitleFinder {
  /// Longest title in scalars; a longer line is cut at a word.
  static let longest = 200
  /// Blocks among which a heading can be the title.
  private static let early = 8
  /// The national title and motto that head Vietnamese official papers, which are nobody's title.
  private static let mottoes = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập",
    "SOCIALIST REPUBLIC OF VIET", "THE SOCIALIST REPUBLIC OF VIET", "Independence",
  ]

  static func title(_ text: Text, _ blocks: [BlockFinder.Block]) -> String? {
    let candidates = blocks.prefix(early).filter { block in !mottoes.contains { starts(text, block.range, $0) } }
    guard let block = candidates.first(where: { $0.kind == .heading }) ?? candidates.first else { return nil }
    return clean(text, block.range)
  }

  private static func starts(_ text: Text, _ range: TextRange, _ motto: String) -> Bool {
    text.bytes[range.start..<range.end].starts(with: motto.utf8)
  }

  /// The first line of the range without Markdown marks and control characters, white space as single spaces.
  private static func clean(_ text: Text, _ range: TextRange) -> String? {
    var title = String.UnicodeScalarView()
    var pendingSpace = false
    // Four bytes a scalar, and some room for white space.
    let limit = min(range.end, range.start + longest * 8)
    var end = limit
    while !text.isScalarBoundary(end) { end -= 1 }
    let head = text[TextRange(range.start, end)]
    for scalar in head.unicodeScalars {
      if scalar == "\n" || scalar == "\r" { break }
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        pendingSpace = !title.isEmpty
        continue
      }
      if title.isEmpty, scalar == "#" { continue }
      if title.count >= longest {
        return String(cutAtWord(title)) + "…"
      }
      if pendingSpace { title.append(" ") }
      pendingSpace = false
      title.append(scalar)
    }
    return title.isEmpty ? nil : String(title)
  }

  private static func cutAtWord(_ title: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard let space = title.lastIndex(of: " ") else { return String.UnicodeScalarView(title.prefix(longest - 1)) }
    return String.UnicodeScalarView(title[..<space])
  }
}

import StageKit

/// Chooses the title of a document: its first heading if one comes early, else its first line.
enum TitleFinder {
  /// Longest title in scalars; a longer line is cut at a word.
  static let longest = 200
  /// Blocks among which the title is looked for.
  private static let early = 10
  /// The national title and motto that head Vietnamese official papers, which are nobody's title.
  private static let mottoes = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập",
    "SOCIALIST REPUBLIC OF VIET", "THE SOCIALIST REPUBLIC OF VIET", "Independence",
  ]

  /// What an e-mail states its title behind.
  private static let subjects = ["Subject: ", "Tiêu đề: ", "Chủ đề: "]
  /// What begins the lines of Vietnamese official papers that number them.
  private static let numbers = ["Số: ", "Số "]

  static func title(_ text: Text, _ blocks: [BlockFinder.Block]) -> String? {
    var candidates = blocks.prefix(early)
    for block in candidates {
      guard let subject = subjects.first(where: { starts(text, block.range, $0) }) else { continue }
      return clean(text, TextRange(block.range.start + subject.utf8.count, block.range.end))
    }
    // What stands above and beside the motto is the sender, number and date.
    if let motto = candidates.lastIndex(where: { isMotto(text, $0) }), motto + 1 < candidates.endIndex {
      candidates = candidates[(motto + 1)...]
    }
    let titles = candidates.filter { block in
      !numbers.contains { starts(text, block.range, $0) } && !isDate(text, block.range)
    }
    guard let block = titles.first(where: { $0.kind == .heading }) ?? titles.first ?? candidates.first else {
      return nil
    }
    return clean(text, block.range)
  }

  private static func isMotto(_ text: Text, _ block: BlockFinder.Block) -> Bool {
    mottoes.contains { starts(text, block.range, $0) }
  }

  /// Whether the block is a line such as “Hà Nội, ngày 3 tháng 5 năm 2016”.
  private static func isDate(_ text: Text, _ range: TextRange) -> Bool {
    guard range.count < 100 else { return false }
    let words = text[range].split(separator: " ")
    return words.contains("ngày") && words.contains("tháng")
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

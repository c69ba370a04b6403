import Foundation

/// The sentences and headings of a seed document, by language.
///
/// Reads no better than it must: what it gets wrong is the same every time, and only the corpus.
struct SeedText {
  struct Piece {
    let text: String
    /// `en` or `vi`; Vietnamese without diacritics is `vi`.
    let language: String
    let isHeading: Bool
  }

  /// Parts of the names of those seeds that have something to repair.
  private static let dirtyNames = [
    "copied-article", "decomposed", "lookalike", "migrant-workers", "mixed-tone", "scraped-page", "without-diacritics",
  ]

  private static let commonPlainWords: Set<String> = [
    "cac", "chi", "cho", "cua", "dong", "duoc", "hoi", "huyen", "khong", "nam", "nguoi", "nha", "thi", "tinh", "va",
    "xa",
  ]

  let isDirty: Bool
  let pieces: [Piece]

  init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw BenchFailure("\(path) cannot be read.") }
    let isUTF16 = data.starts(with: [0xFF, 0xFE])
    guard var text = String(data: data, encoding: isUTF16 ? .utf16 : .utf8) else {
      throw BenchFailure("\(path) is neither UTF-8 nor UTF-16.")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    isDirty = Self.dirtyNames.contains { path.contains($0) }
    pieces = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n\n").flatMap { paragraph in
      let paragraph = paragraph.trimmingCharacters(in: .whitespacesAndNewlines)
      guard let language = Self.language(of: paragraph) else { return [Piece]() }
      let isHeading = paragraph.utf8.count < 120 && !paragraph.contains { ".!?…\n\t".contains($0) }
      return Self.sentences(paragraph).map { Piece(text: $0, language: language, isHeading: isHeading) }
    }
  }

  /// Cuts behind a full stop, question or exclamation mark, before white space and a capital.
  private static func sentences(_ paragraph: String) -> [String] {
    var result: [String] = []
    var sentence = ""
    var wordLength = 0
    var ended = false
    for scalar in paragraph.unicodeScalars {
      if ended, sentence.unicodeScalars.last?.properties.isWhitespace == true, scalar.properties.isUppercase {
        result.append(sentence.trimmingCharacters(in: .whitespacesAndNewlines))
        sentence = ""
      }
      if !scalar.properties.isWhitespace {
        ended = "?!".unicodeScalars.contains(scalar) || scalar == "." && wordLength > 3
      }
      wordLength = scalar.properties.isAlphabetic ? wordLength + 1 : 0
      sentence.unicodeScalars.append(scalar)
    }
    result.append(sentence)
    return result.filter { !$0.isEmpty }
  }

  /// By letters that only Vietnamese has, or by its commonest words without diacritics; `nil` if it may be either.
  private static func language(of paragraph: String) -> String? {
    let words = paragraph.lowercased().split { $0.isWhitespace }
    guard words.count > 2 else { return nil }
    let marked = words.filter { word in
      word.precomposedStringWithCanonicalMapping.unicodeScalars.contains { scalar in
        (0x1EA0...0x1EF9).contains(scalar.value) || "ăđơưðôêâ".unicodeScalars.contains(scalar)
      }
    }
    let plain = words.filter { commonPlainWords.contains(String($0)) }
    if marked.count * 4 > words.count || plain.count * 8 > words.count { return "vi" }
    return marked.count * 8 < words.count ? "en" : nil
  }
}

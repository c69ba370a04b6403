import StageKit

/// A space that is missing behind a full stop or comma.
struct MissingSpace: CleanupRule {
  let description = RuleDescription(
    "cleanup.missing-space",
    "Puts a space behind a full stop or comma that stands between a known word and one of the small words that often "
      + "begin a sentence or clause, in English and Vietnamese text.",
    examples: [
      .init(
        "the department put it on the noticeboard.The list is read each Friday",
        "the department put it on the noticeboard. The list is read each Friday"),
      .init("clean water,and the right to go to school for all", "clean water, and the right to go to school for all"),
      .init(
        "đoàn đã thăm các gia đình trong xã.Các em được tặng sách vở",
        "đoàn đã thăm các gia đình trong xã. Các em được tặng sách vở"),
      .untouched("read the page of the project at www.school.In please for more"),
      .untouched("the ratio is 3,5 or 3.5 and the file is data.csv in the folder of the project"),
    ])
  let trigger: Marks = .markBeforeLetter
  let needsWords = true

  private static func words(_ list: String) -> Set<[UInt8]> { Set(list.split(separator: " ").map { Array($0.utf8) }) }

  private static let englishStarts = words(
    "The This These Those They There It He She We You In On At For But And As If When After Before However His Her Their "
      + "Its Our An Each Some All Many Most Since While With From By To")
  private static let englishClauses = words("and but which who the with for or because while where when")
  private static let vietnameseStarts = words(
    "Các Những Ông Bà Theo Trong Tại Khi Đây Việc Tuy Nhưng Hiện Anh Chị Sau Từ Để Với Và Nếu Mỗi Một Đến Đó Đối Em")
  private static let vietnameseClauses = words("và các những của trong với người nhưng để là được không khi theo")

  func scan(_ block: Block, _ proposals: inout Proposals) {
    guard let words = block.words else { return }
    let bytes = block.bytes
    var last = WordScanner.Word(start: 0, end: -2, shape: [])
    WordScanner.forEachWord(bytes) { word in
      defer { last = word }
      guard word.start == last.end + 1 else { return }
      let mark = bytes[last.end]
      guard mark == 0x2E || mark == 0x2C, bytes.scalarOrEnd(at: word.end) == 0x20 else { return }
      let next = Array(bytes[word.start..<word.end])
      let isStop = mark == 0x2E
      let language: Surroundings.Language
      if (isStop ? Self.englishStarts : Self.englishClauses).contains(next) {
        language = .english
      } else if (isStop ? Self.vietnameseStarts : Self.vietnameseClauses).contains(next) {
        language = .vietnamese
      } else {
        return
      }
      guard Self.isPlainWord(bytes, last, language, words), Self.isText(block, word.start, language, words) else {
        return
      }
      proposals.replace(word.start, word.start, with: .space, score: 0.9)
    }
  }

  /// Whether the word before the mark is a known one in small letters, with white space or an opening mark before it.
  private static func isPlainWord(
    _ bytes: Bytes, _ word: WordScanner.Word, _ language: Surroundings.Language, _ words: WordBook
  ) -> Bool {
    guard word.shape.isDisjoint(with: [.capital, .digit]), word.end - word.start >= (language == .english ? 3 : 2)
    else {
      return false
    }
    let before = bytes.scalar(before: word.start)
    guard before.isBlank || before.isOpening else { return false }
    let letters = Bytes(rebasing: bytes[word.start..<word.end])
    return language == .english ? words.isEnglish(letters) : words.isVietnamese(letters)
  }

  private static func isText(
    _ block: Block, _ offset: Int, _ language: Surroundings.Language, _ words: WordBook
  ) -> Bool {
    let from = max(0, offset - window)
    let to = min(block.bytes.count, offset + window)
    var start = from
    while start > 0, start < offset, block.bytes[start] != 0x20 { start += 1 }
    var end = to
    while end < block.bytes.count, end > offset, block.bytes[end - 1] != 0x20 { end -= 1 }
    return Surroundings.are(language, in: Bytes(rebasing: block.bytes[start..<end]), words)
  }

  /// So many bytes on each side are looked at for the language.
  private static let window = 400
}

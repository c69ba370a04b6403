import StageKit

/// Paragraphs that stop in mid-sentence: reported, not repaired.
enum TruncatedParagraph {
  static let code = "cleanup.truncated-paragraph"
  static let description = RuleDescription(
    code,
    "Reports a paragraph of eight words or more that the next one does not continue and that ends with a comma, an "
      + "opening bracket, a word such as “and”, or in the middle of its second or later sentence; salutations, list items "
      + "and recitals of decisions are none.",
    examples: [
      .untouched("The project works with the joint efforts of many members from the Women’s Union,"),
      .untouched("Dear friends and members of the network in all provinces of the North,"),
    ])
  static let message = "The paragraph stops in mid-sentence; its end is lost."

  private static let fewestWords = 8
  /// A sentence that breaks off is looked for in so many bytes at the end.
  private static let longestSentence = 2000

  /// First words of paragraphs that rightly end with a comma, in lower case.
  private static let recitals: [[UInt8]] = [
    "căn cứ", "xét", "theo đề nghị", "thực hiện", "trên cơ sở", "pursuant", "having", "whereas", "considering",
    "noting", "recalling", "recognizing", "recognising", "reaffirming", "bearing", "mindful", "aware", "convinced",
    "on the basis", "at the proposal", "based on", "in accordance", "dear", "kính gửi", "kính thưa",
  ].map { Array($0.utf8) }

  /// Words that no sentence and no heading ends with.
  private static let joiningWords: Set<[UInt8]> = Set(
    "and or the of a an with from và của với các những hoặc bởi".split(separator: " ").map { Array($0.utf8) })

  /// Whether the paragraph `text` stops in mid-sentence, as far as it shows by itself.
  static func stopsShort(_ text: Bytes) -> Bool {
    var end = text.count
    while end > 0, text.scalar(before: end).isBlank { end = text.scalarStart(before: end) }
    guard end > 1 else { return false }
    let last = text.scalar(before: end)
    guard last == 0x2C || last == 0x28 || last.isSmallLetter else { return false }
    // ":(" is a face.
    if last == 0x28, !text.scalar(before: end - 1).isBlank { return false }
    // Only the last line counts where lines are paragraphs or list items of their own.
    var start = end
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    while start < end, text.scalar(at: start).isBlank { start += text.scalarLength(at: start) }
    let first = text.scalar(at: start)
    guard first.isLatinLetterOrDigit || first.isOpening, hasEnoughWords(text, start, end) else { return false }
    let isOpen =
      last.isSmallLetter ? endsWithJoiningWord(text, start, end) || breaksOffSentence(text, start, end) : true
    return isOpen && !isListItem(text, start) && !isRecital(text, start)
  }

  private static func hasEnoughWords(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    var spaces = 0
    for index in start..<end where text[index] == 0x20 {
      spaces += 1
      if spaces >= fewestWords - 1 { return true }
    }
    return false
  }

  private static func endsWithJoiningWord(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    var wordStart = end
    while wordStart > start, end - wordStart <= 8, text[wordStart - 1] != 0x20 { wordStart -= 1 }
    return joiningWords.contains(Array(text[wordStart..<end]))
  }

  /// Whether a sentence has ended in the line before, so that the line is no heading, and some words follow.
  private static func breaksOffSentence(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    var stop: Int?
    for index in max(start + 3, end - longestSentence)..<max(start + 3, end - 2)
    where (text[index] == 0x2E || text[index] == 0x3F) && text[index + 1] == 0x20 && text[index + 2] & 0xC0 != 0x80 {
      let before = text.scalarStart(before: index)
      let endsSentence = text.scalar(at: before).isSmallLetter && text.scalar(before: before).isSmallLetter
      if endsSentence, text.scalar(at: index + 2).isCapital { stop = index }
    }
    guard let stop else { return false }
    // Signatures, captions and lists of names are no sentences: most words of one begin with a small letter.
    var words = 0
    var small = 0
    for index in stop + 1..<end where text[index] & 0xC0 != 0x80 && text[index - 1] == 0x20 {
      words += 1
      if text.scalar(at: index).isSmallLetter { small += 1 }
    }
    let rest = text[stop..<end]
    return words >= 6 && small * 10 >= words * 6 && !rest.contains { $0 == 0x3A || $0 == 0x7C || $0 == 0x2F }
  }

  /// Whether the line begins like an item of a list, with a number or letter and a mark.
  private static func isListItem(_ text: Bytes, _ start: Int) -> Bool {
    var index = start
    while index < text.count, index - start < 4, text.scalar(at: index).isLatinLetterOrDigit {
      index += text.scalarLength(at: index)
    }
    guard index < text.count else { return false }
    return text[index] == 0x29 || text[index] == 0x2E && text.scalarOrEnd(at: index + 1).isBlank
  }

  private static func isRecital(_ text: Bytes, _ start: Int) -> Bool {
    recitals.contains { recital in
      guard text.count - start > recital.count else { return false }
      for index in 0..<recital.count {
        let byte = text[start + index]
        let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte
        if small != recital[index] { return false }
      }
      return true
    }
  }
}

import Lexicon
import StageKit

/// Names that only their surroundings betray.
extension PersonRules {
  /// `said Tess Gallacher`, `Joe Alleva said`: two or three words that are nothing else.
  func saying(_ index: Int, _ findings: inout Findings) {
    guard tokens[index].shape.isDisjoint(with: [.vietnamese, .plain]), index > 0 else { return }
    let start = page.nameStart(before: index, limit: 3, barriers: Self.other)
    if index - start >= 2, tokens[index].isJoined, isBare(start, index) {
      add(start, index, .personContext, 0.7, &findings)
      return
    }
    let end = personEnd(index + 1)
    if end - index - 1 >= 2, tokens[index + 1].isJoined, isBare(index + 1, end) {
      add(index + 1, end, .personContext, 0.7, &findings)
    }
  }

  /// Two to four words with capitals that are nothing else, where only a person can stand: behind a label (`Photo:`),
  /// before an office or `who`, behind `by`.
  ///
  /// - Returns: the end of the words, whether or not they are a name, so that nobody looks at their tails.
  func bareName(_ start: Int, _ findings: inout Findings) -> Int? {
    guard page.isNameWord(start), !page.isSentenceOpener(start) else { return nil }
    let end = personEnd(start)
    let count = end - start
    guard count >= 2 else { return end }
    guard count <= 4, isBare(start, end), !tokens[start].shape.contains(.digit) else { return end }
    let next = tokens[end]
    let isClosed =
      next.gap >= .line || next.isMark(Mark.comma) || next.isMark(Mark.semicolon) || next.isMark(Mark.stop)
      || next.isMark(Mark.open) || next.isMark(Mark.close) || next.isMark(Mark.bar) || next.isMark(Mark.hyphen)
    let isBeforeOffice = next.isMark(Mark.comma) && next.gap == .none && isOffice(end + 1)
    let isAlone = next.gap >= .line && tokens[start].gap >= .line
    guard isClosed || isBeforeOffice else { return end }
    var score: Double?
    if isBeforeOffice, !isAlone {
      score = 0.72
    } else if start > 0, tokens[start].isJoined, tokens[start].gap != .none {
      let before = tokens[start - 1]
      if before.isMark(Mark.colon), isLabel(start - 2) { score = 0.7 }
      // "Captions by …" at the head of a line, not "an offer by …".
      if page.reads(start - 1, "by"), before.shape.contains(.first) || tokens[start - 2].shape.contains(.first) {
        score = 0.7
      }
    }
    if let score { add(start, end, .personContext, score, &findings) }
    return end
  }

  /// An office, a trade or a relative clause that speaks of a person.
  func isOffice(_ index: Int) -> Bool {
    guard tokens[index].gap <= .wrap else { return false }
    if page.reads(index, "who") || page.reads(index, "whose") || page.reads(index, "aged") { return true }
    if tokens[index].kind == .number {
      return tokens[index].end - tokens[index].start == 2 && tokens[index + 1].isMark(Mark.comma)
        || page.reads(index + 1, "tuổi")
    }
    for step in 0..<3 where tokens[index + step].isWord {
      if step > 0, !tokens[index + step].isJoined { return false }
      for hit in page.hits(at: index + step) where hit.kind == .cue {
        let info = vocabulary.cues[Int(hit.index)]
        if info.kind == .title, !info.flags.contains(.family) { return true }
      }
      if !tokens[index + step].words.contains(.article) && !tokens[index + step].roles.contains(.soft) { return false }
    }
    return false
  }

  /// A word before a colon behind which persons stand.
  ///
  /// An open class; these are what reports use.
  func isLabel(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].isWord else { return false }
    if tokens[index].roles.contains(.title) { return true }
    return Self.labels.contains(page.lowerHash(index))
  }

  static let labels: Set<UInt64> = Set(
    [
      "photo", "photos", "text", "director", "chair", "minutes", "contact", "from", "to", "cc", "moderator",
      "facilitator",
      "evaluator", "evaluators", "translated", "editor", "author", "authors", "by", "speaker", "speakers", "trainer",
      "trainers", "coordinator", "interviewer", "interviewee", "name", "ảnh", "bài", "tin", "tập", "lập", "soạn", "ghi",
      "hiện", "dịch", "tổng", "hợp", "giả", "hệ", "ký", "trình", "viên", "từ", "đến", "gửi", "thư", "phó", "trưởng",
      "trì",
      "chủ", "đính", "words", "pictures", "story", "director", "manager", "questions",
    ].map(WordTable.hash))

  static let other: Token.Roles = [.honorific, .stop, .head, .organisation, .place, .demonym, .unit, .term]

  func isBare(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      if tokens[index].roles.contains(.title), tokens[index].roles.isDisjoint(with: [.surname, .givenName]) {
        return false
      }
      if !tokens[index].roles.isDisjoint(with: Self.other) || tokens[index].shape.contains(.allCapitals) {
        return false
      }
      if page.isSentenceOpener(index) { return false }
    }
    return !(start > 0 && tokens[start].isJoined && page.isNameWord(start - 1))
  }
}

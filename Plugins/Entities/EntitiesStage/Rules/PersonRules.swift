import Lexicon
import StageKit

/// Finds persons, with caution: a form of address or an office before the name, or the shape of a Vietnamese name.
struct PersonRules {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>
  private let vocabulary: Vocabulary

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    tokens = page.tokens
  }

  func run(into findings: inout Findings) {
    var done = 0
    var free = 0
    for index in 0..<page.count {
      let roles = tokens[index].roles
      if roles.contains(.title) { title(index, &findings) }
      if roles.contains(.surname), index >= done, let end = surname(index, &findings) { done = end }
      if tokens[index].words.contains(.saying) { saying(index, &findings) }
      if tokens[index].isCapital, index >= free, let end = bareName(index, &findings) { free = end }
    }
  }

  private func add(_ start: Int, _ end: Int, _ rule: Rule, _ score: Double, _ findings: inout Findings) {
    findings.candidates.append(Candidate(.person, start, end, rule, score))
  }

  // MARK: Title

  private func title(_ index: Int, _ findings: inout Findings) {
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = vocabulary.cues[Int(hit.index)]
      guard info.kind == .title, info.flags.contains(.before) || !info.flags.contains(.after) else { continue }
      if info.flags.contains(.barren) { continue }
      var start = Int(hit.end)
      // The cue may be there with and without its full stop.
      if tokens[start].isMark(Mark.stop), tokens[start].gap == .none, tokens[start + 1].gap <= .space, hit.length == 1,
        tokens[index].end - tokens[index].start <= 6, tokens[index].isCapital
      {
        start += 1
      }
      guard tokens[start].isJoined, page.isNameWord(start) else { continue }
      let isAddress = info.flags.contains(.family)
      let isForbidden: Token.Roles =
        isAddress ? [.head, .stop] : [.head, .stop, .organisation, .demonym, .unit, .place]
      if !tokens[start].roles.isDisjoint(with: isForbidden), !tokens[start].roles.contains(.surname),
        !tokens[start].roles.contains(.givenName)
      {
        continue
      }
      if !isAddress, tokens[start].roles.contains(.organisation) || tokens[start].roles.contains(.head) { continue }
      if tokens[start].roles.contains(.title), tokens[start].roles.isDisjoint(with: [.surname, .givenName]),
        !isAddress || !tokens[start].roles.contains(.honorific) || !tokens[start].shape.contains(.vietnamese)
      {
        continue
      }
      let end = personEnd(start)
      guard end > start else { continue }
      if tokens[start].shape.contains(.allCapitals), end - start == 1 { continue }
      if !isAddress {
        guard end - start >= 2 || tokens[start].roles.contains(.surname) == false && info.flags.contains(.vietnamese)
        else { continue }
        if tokens[start].shape.contains(.vietnamese), end - start == 1 { continue }
      }
      add(start, end, .personTitle, isAddress ? 0.92 : 0.8, &findings)
      return
    }
  }

  /// The end of a person's name: words with capitals, initials, particles (`de`, `van der`).
  private func personEnd(_ start: Int) -> Int {
    var end = start
    while end < page.count, end - start < 6, end == start || tokens[end].isJoined {
      let token = tokens[end]
      if page.isNameWord(end) {
        if end > start, !token.roles.isDisjoint(with: [.honorific, .stop]), !token.roles.contains(.surname),
          !token.roles.contains(.givenName)
        {
          break
        }
        if end > start, token.roles.contains(.head) || token.roles.contains(.organisation),
          !token.roles.contains(.givenName)
        {
          break
        }
        if token.shape.contains(.digit) { break }
        end += 1
        if token.shape.contains(.single), tokens[end].isMark(Mark.stop), tokens[end].gap == .none,
          tokens[end + 1].isJoined, page.isNameWord(end + 1)
        {
          end += 1
        }
      } else if end > start, page.isTightHyphen(end) {
        end += 2
      } else if end > start, let next = particle(end) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private func particle(_ index: Int) -> Int? {
    var next = index
    while next - index < 2,
      page.reads(next, "de") || page.reads(next, "van") || page.reads(next, "der") || page.reads(next, "von")
        || page.reads(next, "da") || page.reads(next, "bin") || page.reads(next, "al") || page.reads(next, "del")
    {
      next += 1
    }
    return next > index && tokens[next].isJoined && page.isNameWord(next) ? next : nil
  }

  // MARK: Vietnamese names

  private func surname(_ index: Int, _ findings: inout Findings) -> Int? {
    if index > 0, tokens[index].isJoined {
      let before = tokens[index - 1]
      if page.isNameWord(index - 1), !before.roles.contains(.title), !page.isSentenceOpener(index - 1),
        !(before.shape.contains(.allCapitals) && before.end - before.start <= 7)
      {
        return nil
      }
      if tokens[index - 1].roles.contains(.unit), !tokens[index - 1].isCapital { return nil }
    }
    var hit: Hit?
    for other in page.hits(at: index) where other.kind == .cue {
      if vocabulary.cues[Int(other.index)].kind == .surname { hit = other; break }
    }
    guard let hit else { return nil }
    let isWeak = vocabulary.cues[Int(hit.index)].flags.contains(.weak)
    if tokens[index].isLoud { return loudName(index, &findings) }
    guard !tokens[index].shape.contains(.allCapitals), page.isNameWord(index) else { return nil }
    // "Ông Vi Văn Sơn": Ông is a family name too, but not here.
    if tokens[index].roles.contains(.honorific), tokens[index + 1].isCapital { return nil }
    let isOtherWord = !tokens[index].roles.isDisjoint(with: [.title, .head])
    var end = Int(hit.end)
    while end < page.count, end - index < 5, tokens[end].isJoined, tokens[end].gap <= .space, isSyllable(end) {
      end += 1
    }
    let count = end - index
    guard count >= 2, end > Int(hit.end) else { return nil }
    if tokens[end].isJoined, page.isTightHyphen(end) || tokens[end].isMark(Mark.at) { return nil }
    // English words follow: "Do Luong District", "Ha Long Bay".
    if page.placeEnd[index] >= end { return end }
    if tokens[end].isJoined, tokens[end].roles.contains(.unit), !tokens[end].shape.contains(.vietnamese) { return nil }
    let hasMiddle = tokens[index + 1].words.contains(.personMiddle) && count >= 3
    let hasGiven = tokens[end - 1].roles.contains(.givenName)
    let isMarked = (index..<end).contains { tokens[$0].shape.contains(.marked) }
    var score: Double
    if hasMiddle {
      score = 0.9
    } else if count >= 3 {
      guard !isWeak && !isOtherWord || hasGiven else { return nil }
      score = isWeak ? 0.7 : 0.82
    } else {
      guard !isWeak, hasGiven, isMarked || tokens[index].end - tokens[index].start > 4 else { return nil }
      // Streets, schools and awards are named after persons of two words too.
      score = 0.7
    }
    if !isMarked { score -= 0.08 }
    if isInsideOther(index, end) { return end }
    if isAddress(index, end) {
      findings.candidates.append(
        Candidate(.place, index, end, .placeContext, score))
      return end
    }
    add(index, end, .personSurname, score, &findings)
    return end
  }

  /// A street named after a person, behind its house number: `56-58 Nguyen Thai Hoc, Ha Noi`.
  private func isAddress(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, tokens[start].gap == .space, tokens[start - 1].kind == .number, end - start <= 4,
      !tokens[start - 1].shape.contains(.taken), tokens[start - 1].end - tokens[start - 1].start <= 4
    else { return false }
    let next = tokens[end]
    return next.isMark(Mark.comma) || next.isMark(Mark.semicolon) || next.gap >= .line || next.isMark(Mark.stop)
      || next.isMark(Mark.close)
  }

  /// A syllable of a Vietnamese name: up to seven letters, no figures, not in another role.
  private func isSyllable(_ index: Int) -> Bool {
    let token = tokens[index]
    guard page.isNameWord(index), token.end - token.start <= 10,
      token.shape.isDisjoint(with: [.digit, .allCapitals])
    else { return false }
    if token.roles.contains(.givenName) || token.words.contains(.personMiddle) { return true }
    return token.roles.isDisjoint(with: [.honorific, .head, .organisation, .stop]) && !token.words.contains(.enMonth)
      && !(token.words.contains(.englishSign))
  }

  /// An organisation or place of the lexicon covers the same words.
  private func isInsideOther(_ start: Int, _ end: Int) -> Bool {
    for hit in page.hits(at: start) where hit.kind == .organisation || hit.kind == .place {
      if Int(hit.end) >= end, hit.strength >= .tonePlacement, !hit.isCautious { return true }
    }
    return false
  }

  /// `TRẦN THỊ DIỄM QUỲNH` on a line of its own or before a comma.
  private func loudName(_ index: Int, _ findings: inout Findings) -> Int? {
    guard
      tokens[index].gap >= .line || index == 0 || tokens[index - 1].roles.contains(.titled)
        || tokens[index].roles.contains(.titled)
    else { return nil }
    var end = index
    while end < page.count, end - index < 5, end == index || tokens[end].gap == .space, tokens[end].isWord,
      tokens[end].isLoud
    {
      end += 1
    }
    let isClosed = tokens[end].gap >= .line || tokens[end].isMark(Mark.comma)
    guard isClosed, end - index >= 3,
      tokens[index + 1].words.contains(.personMiddle) || tokens[end - 1].roles.contains(.givenName)
    else { return nil }
    if page.hits(at: index).contains(where: { ($0.kind == .place || $0.kind == .organisation) && Int($0.end) >= end }) {
      return nil
    }
    add(index, end, .personSurname, 0.75, &findings)
    return end
  }

  // MARK: Other names

  /// `said Tess Gallacher`, `Joe Alleva said`: two or three words that are nothing else.
  private func saying(_ index: Int, _ findings: inout Findings) {
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
  private func bareName(_ start: Int, _ findings: inout Findings) -> Int? {
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
  private func isOffice(_ index: Int) -> Bool {
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
  private func isLabel(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].isWord else { return false }
    if tokens[index].roles.contains(.title) { return true }
    return Self.labels.contains(page.lowerHash(index))
  }

  private static let labels: Set<UInt64> = Set(
    [
      "photo", "photos", "text", "director", "chair", "minutes", "contact", "from", "to", "cc", "moderator",
      "facilitator",
      "evaluator", "evaluators", "translated", "editor", "author", "authors", "by", "speaker", "speakers", "trainer",
      "trainers", "coordinator", "interviewer", "interviewee", "name", "ảnh", "bài", "tin", "tập", "lập", "soạn", "ghi",
      "hiện", "dịch", "tổng", "hợp", "giả", "hệ", "ký", "trình", "viên", "từ", "đến", "gửi", "thư", "phó", "trưởng",
      "trì",
      "chủ", "đính", "words", "pictures", "story", "director", "manager", "questions",
    ].map(WordTable.hash))

  private static let other: Token.Roles = [.honorific, .stop, .head, .organisation, .place, .demonym, .unit, .term]

  private func isBare(_ start: Int, _ end: Int) -> Bool {
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

import Lexicon
import StageKit

/// Vietnamese names: a family name, then one to four syllables.
extension PersonRules {
  func surname(_ index: Int, _ findings: inout Findings) -> Int? {
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
  func isAddress(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, tokens[start].gap == .space, tokens[start - 1].kind == .number, end - start <= 4,
      !tokens[start - 1].shape.contains(.taken), tokens[start - 1].end - tokens[start - 1].start <= 4
    else { return false }
    let next = tokens[end]
    return next.isMark(Mark.comma) || next.isMark(Mark.semicolon) || next.gap >= .line || next.isMark(Mark.stop)
      || next.isMark(Mark.close)
  }

  /// A syllable of a Vietnamese name: up to seven letters, no figures, not in another role.
  func isSyllable(_ index: Int) -> Bool {
    let token = tokens[index]
    guard page.isNameWord(index), token.end - token.start <= 10,
      token.shape.isDisjoint(with: [.digit, .allCapitals])
    else { return false }
    if token.roles.contains(.givenName) || token.words.contains(.personMiddle) { return true }
    return token.roles.isDisjoint(with: [.honorific, .head, .organisation, .stop]) && !token.words.contains(.enMonth)
      && !(token.words.contains(.englishSign))
  }

  /// An organisation or place of the lexicon covers the same words.
  func isInsideOther(_ start: Int, _ end: Int) -> Bool {
    for hit in page.hits(at: start) where hit.kind == .organisation || hit.kind == .place {
      if Int(hit.end) >= end, hit.strength >= .tonePlacement, !hit.isCautious { return true }
    }
    return false
  }

  /// `TRẦN THỊ DIỄM QUỲNH` on a line of its own or before a comma.
  func loudName(_ index: Int, _ findings: inout Findings) -> Int? {
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
}

import Lexicon
import StageKit

/// English names: words with capitals before the head, and what follows it after `of`, `for`, `on` …
extension OrganisationRules {
  func englishHead(_ hit: Hit, _ info: CueInfo, _ findings: inout Findings) -> Bool {
    let headStart = Int(hit.start)
    var head = Int(hit.end)
    guard tokens[headStart].isCapital, !tokens[headStart].isLoud else { return loudEnglish(hit, &findings) }
    guard tokens[headStart].shape.isDisjoint(with: .taken) else { return false }
    // "Co., Ltd." and "People’s Committee" have marks inside; a possessive behind the head is not part of it.
    let start = leftEnd(headStart)
    var end = head
    var place: Int?
    // The cue itself may end with its preposition: "Ministry of", "Centre for".
    if tokens[head - 1].words.contains(.joint), hit.length > 1 {
      head -= 1
      end = head
    }
    if let walk = rightEnd(head) {
      end = walk.end
      place = walk.place
    }
    let hasLeft = start < headStart
    let hasRight = end > head
    guard hasLeft || hasRight else { return false }
    if info.flags.contains(.before), !info.flags.contains(.after), !hasRight { return false }
    if info.flags.contains(.weak), !hasRight, headStart - start < 2, !isTelling(start, headStart) { return false }
    if info.flags.contains(.venue) {
      PlaceRules(page, vocabulary).add(start, end, .placeNameUnit, 0.8, nil, .none, &findings)
      return true
    }
    var score = hasRight ? 0.88 : 0.82
    if info.flags.contains(.weak) { score -= 0.08 }
    if let place {
      addInner(place, end, &findings)
      score += 0.04
    }
    if hasLeft, page.placeEnd[start] == 0 {
      for hit in page.hits(at: start) where hit.kind == .place && Int(hit.end) <= headStart {
        addInner(start, Int(hit.end), &findings)
        break
      }
    }
    if let quoted = quotedEnd(end) { end = quoted }
    if place == nil { country(start, end, &findings) }
    add(start, end, place != nil ? .englishHeadOfPlace : hasRight ? .englishHeadOf : .englishHead, score, &findings)
    return true
  }

  /// `Centre for Rural Finance "Hoa Chanh"`.
  func quotedEnd(_ index: Int) -> Int? {
    guard tokens[index].isMark(Mark.quote), tokens[index].gap == .space, page.isNameWord(index + 1),
      tokens[index + 1].gap == .none
    else { return nil }
    var close = index + 2
    while close < page.count, close - index < 7, tokens[close].isJoined, page.isNameWord(close) { close += 1 }
    return tokens[close].isMark(Mark.quote) && tokens[close].gap == .none ? close + 1 : nil
  }

  /// In capitals: the head, and a place that the lexicon knows.
  func loudEnglish(_ hit: Hit, _ findings: inout Findings) -> Bool {
    let end = Int(hit.end)
    let start = Int(hit.start)
    guard tokens[start].isLoud, tokens[start].isJoined || start == 0 || tokens[start].gap >= .line else { return false }
    var index = end
    if tokens[index].words.contains(.of), tokens[index].isJoined {
      index += 1
    } else if !tokens[end - 1].words.contains(.of) {
      return false
    }
    if tokens[index].words.contains(.article) { index += 1 }
    let stop = placeEnd(index)
    guard stop > index, tokens[index].isJoined else { return false }
    var left = start
    while left > 0, start - left < 4, tokens[left].isJoined, tokens[left - 1].isLoud, tokens[left - 1].isWord,
      !tokens[left - 1].words.contains(.function), !tokens[left - 1].roles.contains(.title)
    {
      left -= 1
    }
    addInner(index, stop, &findings)
    add(start, stop, .organisationCapitals, 0.8, &findings)
    return true
  }

  /// Whether one word before a weak head makes a name: a place, a nationality, an abbreviation, a possessive.
  func isTelling(_ start: Int, _ head: Int) -> Bool {
    let token = tokens[start]
    if start < head, !token.roles.isDisjoint(with: [.demonym, .place]) { return true }
    if tokens[head - 1].kind == .possessive { return true }
    return token.shape.contains(.allCapitals) || (token.shape.contains(.marked) && !token.shape.contains(.first))
  }

  /// The beginning of the words with capitals before the head.
  func leftEnd(_ head: Int) -> Int {
    var start = head
    while start > 0, head - start < 10, tokens[start].isJoined {
      let index = start - 1
      let token = tokens[index]
      if page.isNameWord(index) {
        let isCommon = token.roles.contains(.soft) && !token.roles.contains(.titled)
        if !token.roles.isDisjoint(with: [.honorific, .titled]), !isCommon { break }
        if token.roles.contains(.title), !isAdjective(index), !isCommon { break }
        if token.roles.contains(.stop), token.roles.isDisjoint(with: [.place, .demonym]), !token.roles.contains(.term) {
          break
        }
        if tokens[index].words.contains(.enMonth) { break }
        start = index
      } else if token.kind == .possessive, index > 0, page.isNameWord(index - 1) {
        start = index - 1
      } else if token.isMark(Mark.hyphen), isTight(index), page.isNameWord(index - 1) {
        start = index - 1
      } else if index > 0, token.isMark(Mark.ampersand) || page.reads(index, "and"), page.isNameWord(index - 1),
        start < head, isTopicPair(index - 1, start)
      {
        start = index - 1
      } else if tokens[index].kind == .number, tokens[index].gap == .space, index > 0, page.isNameWord(index - 1),
        !token.shape.contains(.taken), start == head
      {
        start = index
      } else {
        break
      }
    }
    while start < head, page.isSentenceOpener(start) || isLooseOpener(start, head) || tokens[start].kind == .possessive
    {
      start += 1
    }
    return start
  }

  func isTight(_ index: Int) -> Bool { tokens[index].gap == .none && tokens[index + 1].gap == .none }

  /// "Health and Nutrition Centre", but not "Oxfam and Plan Foundation", "Hanoi and Women’s Union".
  func isTopicPair(_ left: Int, _ right: Int) -> Bool {
    let roles: Token.Roles = [.organisation, .place, .demonym, .title, .titled, .surname, .head]
    return tokens[left].roles.isDisjoint(with: roles) && tokens[right].roles.isDisjoint(with: roles)
      && !tokens[left].shape.contains(.allCapitals) && tokens[right].gap <= .space
      && !tokens[left].shape.contains(.first)
  }

  /// A role before the name: "Deputy Director Department …" is caught by its title; "Local Women’s Union" is not.
  func isLooseOpener(_ index: Int, _ head: Int) -> Bool {
    let token = tokens[index]
    return token.roles.contains(.stop) && token.roles.isDisjoint(with: [.place, .demonym, .organisation])
  }

  func isAdjective(_ index: Int) -> Bool { !tokens[index].roles.isDisjoint(with: [.place, .demonym]) }
}

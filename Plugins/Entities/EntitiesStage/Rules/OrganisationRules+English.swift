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
  private func quotedEnd(_ index: Int) -> Int? {
    guard tokens[index].isMark(Mark.quote), tokens[index].gap == .space, page.isNameWord(index + 1),
      tokens[index + 1].gap == .none
    else { return nil }
    var close = index + 2
    while close < page.count, close - index < 7, tokens[close].isJoined, page.isNameWord(close) { close += 1 }
    return tokens[close].isMark(Mark.quote) && tokens[close].gap == .none ? close + 1 : nil
  }

  /// In capitals: the head, and a place that the lexicon knows.
  private func loudEnglish(_ hit: Hit, _ findings: inout Findings) -> Bool {
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
  private func isTelling(_ start: Int, _ head: Int) -> Bool {
    let token = tokens[start]
    if start < head, !token.roles.isDisjoint(with: [.demonym, .place]) { return true }
    if tokens[head - 1].kind == .possessive { return true }
    return token.shape.contains(.allCapitals) || (token.shape.contains(.marked) && !token.shape.contains(.first))
  }

  /// The beginning of the words with capitals before the head.
  private func leftEnd(_ head: Int) -> Int {
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

  private func isTight(_ index: Int) -> Bool { tokens[index].gap == .none && tokens[index + 1].gap == .none }

  /// "Health and Nutrition Centre", but not "Oxfam and Plan Foundation", "Hanoi and Women’s Union".
  private func isTopicPair(_ left: Int, _ right: Int) -> Bool {
    let roles: Token.Roles = [.organisation, .place, .demonym, .title, .titled, .surname, .head]
    return tokens[left].roles.isDisjoint(with: roles) && tokens[right].roles.isDisjoint(with: roles)
      && !tokens[left].shape.contains(.allCapitals) && tokens[right].gap <= .space
      && !tokens[left].shape.contains(.first)
  }

  /// A role before the name: "Deputy Director Department …" is caught by its title; "Local Women’s Union" is not.
  private func isLooseOpener(_ index: Int, _ head: Int) -> Bool {
    let token = tokens[index]
    return token.roles.contains(.stop) && token.roles.isDisjoint(with: [.place, .demonym, .organisation])
  }

  private func isAdjective(_ index: Int) -> Bool { !tokens[index].roles.isDisjoint(with: [.place, .demonym]) }

  /// What follows the head.
  private func rightEnd(_ head: Int) -> (end: Int, place: Int?)? {
    var index = head
    var good = head
    guard tokens[index].isJoined, tokens[index].words.contains(.joint), !tokens[index].words.contains(.article),
      !tokens[index].words.contains(.and)
    else { return nil }
    while index < page.count, index - head < OrganisationRules.longest, tokens[index].isJoined {
      let token = tokens[index]
      if token.shape.contains(.taken) || token.isLoud { break }
      if good < index || index > head,
        tokens[index - 1].words.contains(.joint) || tokens[index - 1].words.contains(.article)
      {
        let stop = placeEnd(index)
        if stop > index, isWholePlace(index, stop) {
          if let owner = owner(index, longer: stop) { return (owner, nil) }
          if tokens[stop].gap == .space, page.isNameWord(stop), !isUnitPlace(index, stop),
            tokens[stop].roles.isDisjoint(with: [.title, .stop, .organisation])
          {
            // "of Ho Chi Minh City Open University"
            index = stop
            good = stop
            continue
          }
          let isIn = page.reads(index - 1, "in") || page.reads(index - 1, "to") || page.reads(index - 1, "with")
          if isIn || page.reads(index - 1, "and") { return good > head ? (good, nil) : nil }
          return (stop, index)
        }
      }
      if page.isNameWord(index) {
        if !token.roles.isDisjoint(with: [.honorific]) { break }
        if token.roles.contains(.organisation), index > head + 2, tokens[index - 1].words.contains(.and) { break }
        index += 1
        good = index
      } else if token.kind == .possessive, tokens[index + 1].isJoined, page.isNameWord(index + 1) {
        index += 1
      } else if token.isMark(Mark.hyphen) || token.isMark(Mark.slash), isTight(index), tokens[index + 1].isWord,
        tokens[index - 1].isWord
      {
        index += 2
        good = index
      } else if token.words.contains(.joint) || token.isMark(Mark.ampersand) {
        guard let next = joined(index, head) else { break }
        index = next
      } else if token.isMark(Mark.comma), token.gap == .none, isEnglishList(index) {
        index += 1
      } else {
        break
      }
    }
    return good > head ? (good, nil) : nil
  }

  /// The end of an organisation that begins with a place: `of the Viet Nam Women’s Union`.
  private func owner(_ start: Int, longer end: Int) -> Int? {
    for hit in page.hits(at: start) where hit.kind == .organisation && Int(hit.end) > end && !hit.isCautious {
      return Int(hit.end)
    }
    return nil
  }

  /// Whether a place ends with its unit in small letters, so that no name goes on behind it.
  private func isUnitPlace(_ start: Int, _ end: Int) -> Bool { !tokens[end - 1].isCapital && tokens[end - 1].isWord }

  /// Whether a place is not just the first word of something longer: "of Hanoi Club".
  private func isWholePlace(_ start: Int, _ end: Int) -> Bool {
    if page.placeEnd[start] > 0 { return true }
    return
      !(tokens[end].isJoined && page.isNameWord(end) && tokens[end].roles.isDisjoint(with: [.head, .title, .stop]))
  }

  /// The word of the name behind connectors; `nil` if the connectors lead out of the name.
  private func joined(_ index: Int, _ head: Int) -> Int? {
    var next = index + 1
    var hasArticle = false
    if tokens[next].words.contains(.article), tokens[next].isJoined {
      next += 1
      hasArticle = true
    }
    guard tokens[next].isJoined, page.isNameWord(next) else { return nil }
    let token = tokens[next]
    if tokens[index].words.contains(.and) || tokens[index].isMark(Mark.ampersand) {
      // Another organisation, a place list or a person begins.
      if hasArticle || index == head { return nil }
      if !token.roles.isDisjoint(with: [.honorific, .title]) { return nil }
      if token.roles.contains(.head), startsHead(next) { return nil }
      if token.roles.contains(.organisation) || token.shape.contains(.allCapitals) { return nil }
      if token.roles.contains(.demonym), !tokens[next + 1].isCapital { return nil }
      // "… and Vietnam Women’s Union"
      if token.roles.contains(.place), page.isNameWord(next + 1), tokens[next + 1].isJoined { return nil }
      return next
    }
    let isIn = page.reads(index, "in") || page.reads(index, "to") || page.reads(index, "by")
    if isIn, index == head, !tokens[head].words.contains(.joint) { return nil }
    if page.reads(index, "with") || page.reads(index, "by") || page.reads(index, "to") {
      return index > head && !token.roles.contains(.organisation) && !token.roles.contains(.head)
        && !token.roles.contains(.place) && !hasArticle ? next : nil
    }
    if isIn, token.roles.contains(.place) || hasArticle || token.roles.contains(.organisation) { return nil }
    if isIn, index == head { return nil }
    if hasArticle, page.reads(index, "on") || page.reads(index, "in") { return nil }
    if page.reads(index, "on"), index > head { return nil }
    return next
  }

  /// Whether a head at the token is followed by its own `of`: "Ministry of Health and Ministry of Education".
  private func startsHead(_ index: Int) -> Bool {
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = vocabulary.cues[Int(hit.index)]
      guard info.kind == .orgHead else { continue }
      if tokens[Int(hit.end)].words.contains(.of) || tokens[Int(hit.end) - 1].words.contains(.joint) { return true }
    }
    return false
  }

  /// `Labour, Invalids and Social Affairs`: items of up to three words, then `and` and one more.
  private func isEnglishList(_ comma: Int) -> Bool {
    var index = comma + 1
    var words = 0
    while index < page.count, index - comma < 14, tokens[index].isJoined {
      let token = tokens[index]
      if page.isNameWord(index) {
        let roles: Token.Roles = [.honorific, .titled, .title]
        if !token.roles.isDisjoint(with: roles) || token.shape.contains(.allCapitals) { return false }
        if words == 0, token.roles.contains(.place), placeEnd(index) > index, page.placeEnd[index] > 0 { return false }
        if words == 0, token.roles.contains(.head), startsHead(index) { return false }
        words += 1
        if words > 3 { return false }
      } else if token.kind == .possessive {
      } else if token.isMark(Mark.comma) {
        if words == 0 { return false }
        words = 0
        if tokens[index + 1].words.contains(.and) { return page.isNameWord(index + 2) }
      } else if token.words.contains(.and) || token.isMark(Mark.ampersand) {
        guard words > 0, page.isNameWord(index + 1), tokens[index + 1].isJoined else { return false }
        let next = tokens[index + 1]
        if next.roles.contains(.head), startsHead(index + 1) { return false }
        return !next.shape.contains(.allCapitals) && next.roles.isDisjoint(with: [.honorific, .titled])
          && !(next.roles.contains(.place) && page.placeEnd[index + 1] > 0)
      } else {
        return false
      }
      index += 1
    }
    return false
  }
}

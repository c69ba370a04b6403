import Lexicon
import StageKit

/// What follows the head of an English name: `of`, `for`, `on` and a list of words with capitals, or a place.
extension OrganisationRules {
  /// What follows the head.
  func rightEnd(_ head: Int) -> (end: Int, place: Int?)? {
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
  func owner(_ start: Int, longer end: Int) -> Int? {
    for hit in page.hits(at: start) where hit.kind == .organisation && Int(hit.end) > end && !hit.isCautious {
      return Int(hit.end)
    }
    return nil
  }

  /// Whether a place ends with its unit in small letters, so that no name goes on behind it.
  func isUnitPlace(_ start: Int, _ end: Int) -> Bool { !tokens[end - 1].isCapital && tokens[end - 1].isWord }

  /// Whether a place is not just the first word of something longer: "of Hanoi Club".
  func isWholePlace(_ start: Int, _ end: Int) -> Bool {
    if page.placeEnd[start] > 0 { return true }
    return
      !(tokens[end].isJoined && page.isNameWord(end) && tokens[end].roles.isDisjoint(with: [.head, .title, .stop]))
  }

  /// The word of the name behind connectors; `nil` if the connectors lead out of the name.
  func joined(_ index: Int, _ head: Int) -> Int? {
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
  func startsHead(_ index: Int) -> Bool {
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = vocabulary.cues[Int(hit.index)]
      guard info.kind == .orgHead else { continue }
      if tokens[Int(hit.end)].words.contains(.of) || tokens[Int(hit.end) - 1].words.contains(.joint) { return true }
    }
    return false
  }

  /// `Labour, Invalids and Social Affairs`: items of up to three words, then `and` and one more.
  func isEnglishList(_ comma: Int) -> Bool {
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

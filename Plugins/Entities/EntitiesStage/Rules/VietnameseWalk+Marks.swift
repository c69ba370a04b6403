/// Marks inside Vietnamese names: hyphens, lists with commas, quotation marks.
extension VietnameseWalk {
  mutating func takeMark(_ token: Token) -> Bool {
    switch token.mark {
    case Mark.hyphen:
      if token.gap == .none, tokens[index + 1].gap == .none, tokens[index + 1].isWord, page.isNameWord(index - 1) {
        index += 2
        good = index
        return true
      }
      guard index > head, page.isNameWord(index + 1), tokens[index + 1].isJoined, isContinuation(index + 1),
        tokens[index + 1].roles.isDisjoint(with: [.organisation, .place]), follows(index + 2) || isTopic(index + 1)
      else { return false }
      index += 1
      return true
    case Mark.comma:
      guard index > head, token.gap == .none, isList(index) else { return false }
      index += 1
      return true
    case Mark.quote: return takeQuote()
    case Mark.ampersand, Mark.slash:
      guard index > head, tokens[index + 1].isJoined, page.isNameWord(index + 1) else { return false }
      index += 1
      return true
    case Mark.stop:
      // "TP. Hồ Chí Minh" is taken as a place; "Co., Ltd" does not occur here.
      return false
    default: return false
    }
  }

  /// A word that the lexicon has seen inside names: it and the next are a pair.
  func isTopic(_ index: Int) -> Bool {
    tokens[index + 1].isJoined && tokens[index + 1].isWord && !tokens[index + 1].isCapital && follows(index + 1)
  }

  /// `Lao động, Thương binh và Xã hội`: within a few words an `và` and a word of the name follow.
  func isList(_ comma: Int) -> Bool {
    guard page.isNameWord(comma + 1), tokens[comma + 1].isJoined, isContinuation(comma + 1),
      rules.placeEnd(comma + 1) == comma + 1, !tokens[comma + 1].shape.contains(.allCapitals)
    else { return false }
    var index = comma + 1
    while index < page.count, index - comma < 9, tokens[index].isJoined {
      let token = tokens[index]
      if token.words.contains(.and) {
        return page.isNameWord(index + 1) && isContinuation(index + 1) && index > comma + 1
      }
      let isPart =
        page.isNameWord(index) && token.roles.isDisjoint(with: [.head, .honorific])
        || (token.isWord && follows(index)) || token.isMark(Mark.comma)
      guard isPart else { return false }
      index += 1
    }
    return false
  }

  /// `Câu lạc bộ "Hoa Sen"`.
  mutating func takeQuote() -> Bool {
    guard index == good, tokens[index].gap != .none, page.isNameWord(index + 1), tokens[index + 1].gap == .none else {
      return false
    }
    var close = index + 2
    while close < page.count, close - index < 8, tokens[close].isJoined, !tokens[close].isMark(Mark.quote) {
      close += 1
    }
    guard tokens[close].isMark(Mark.quote), tokens[close].gap == .none else { return false }
    index = close + 1
    good = index
    return true
  }
}

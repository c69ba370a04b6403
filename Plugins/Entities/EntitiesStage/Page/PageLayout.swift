/// Marks what is known of tokens only from their neighbours: first words, stretches in capitals, the language of a
/// paragraph.
struct PageLayout {
  private let tokens: UnsafeMutablePointer<Token>
  private let count: Int

  init(_ page: Page) {
    tokens = page.tokens
    count = page.count
  }

  func mark() {
    var paragraph = 0
    while paragraph < count {
      var end = paragraph + 1
      while end < count, tokens[end].gap != .wide { end += 1 }
      markFirstWords(paragraph, end)
      markLanguage(paragraph, end)
      markLoud(paragraph, end)
      paragraph = end
    }
  }

  private func markFirstWords(_ start: Int, _ end: Int) {
    var isFirst = true
    for index in start..<end {
      if tokens[index].gap >= .line { isFirst = true }
      switch tokens[index].kind {
      case .word:
        if isFirst { tokens[index].shape.insert(.first) }
        isFirst = false
      case .number:
        // "1. Who …": the number of a list item does not end the head of the sentence.
        if !isFirst { isFirst = false }
      case .mark:
        switch tokens[index].mark {
        case Mark.stop: if tokens[index + 1].gap != .none { isFirst = true }
        case UInt8(ascii: "!"), UInt8(ascii: "?"), Mark.colon, Mark.quote, Mark.bullet, Mark.bar: isFirst = true
        default: break
        }
      case .possessive, .end: break
      }
    }
  }

  private func markLanguage(_ start: Int, _ end: Int) {
    var words = 0
    var marked = 0
    var plain = 0
    var english = 0
    for index in start..<end where tokens[index].kind == .word {
      words += 1
      let token = tokens[index]
      if token.shape.contains(.marked), !token.shape.contains(.capital) || token.shape.contains(.allCapitals) {
        marked += 1
      }
      if token.words.contains(.plainSign) { plain += 1 }
      if token.words.contains(.englishSign) { english += 1 }
    }
    var shape: Token.Shape = []
    if marked > 0, marked * 8 >= words || marked > english {
      shape = .vietnamese
    } else if marked == 0, english == 0 || plain > 2 * english, plain * 12 >= words, plain > 0 {
      shape = .plain
    }
    if shape.isEmpty { return }
    for index in start..<end { tokens[index].shape.formUnion(shape) }
  }

  /// Three or more words in capitals side by side, or a line of nothing else.
  private func markLoud(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      guard isShouted(index) else {
        index += 1
        continue
      }
      var stop = index + 1
      var words = 1
      var last = index + 1
      while stop < end, tokens[stop].gap <= .wrap {
        if isShouted(stop) || (tokens[stop].shape.contains(.single) && tokens[stop].isCapital) {
          words += 1
          last = stop + 1
        } else if tokens[stop].kind == .word {
          break
        } else if tokens[stop].isMark(Mark.stop) || tokens[stop].isMark(Mark.colon)
          || tokens[stop].isMark(Mark.semicolon)
          || tokens[stop].isMark(Mark.comma) && !isLongShout(index, stop)
        {
          break
        }
        stop += 1
      }
      let isWholeLine =
        words == 2 && (index == start || tokens[index].gap >= .line) && (last >= end || tokens[last].gap >= .line)
      if words > 2 || isWholeLine {
        for loud in index..<last { tokens[loud].shape.insert(.loud) }
      }
      index = max(stop, index + 1)
    }
  }

  private func isShouted(_ index: Int) -> Bool { tokens[index].shape.contains(.allCapitals) }

  /// A list of abbreviations is not shouting: before the comma there must be two words side by side.
  private func isLongShout(_ start: Int, _ comma: Int) -> Bool {
    comma - start >= 2 && isShouted(comma - 1) && isShouted(comma - 2)
  }
}

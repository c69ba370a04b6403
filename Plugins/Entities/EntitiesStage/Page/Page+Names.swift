/// Shapes that several rules look for.
extension Page {
  /// A capitalised word that may be part of a name.
  func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isCapital && token.shape.isDisjoint(with: [.taken, .loud])
  }

  /// Whether a hyphen without spaces joins the token to the next word: `Chang-ho`, `Ca-na-đa`.
  func isTightHyphen(_ index: Int) -> Bool {
    tokens[index].isMark(Mark.hyphen) && tokens[index].gap == .none && tokens[index + 1].gap == .none
      && tokens[index + 1].isWord
  }

  /// A word with a capital only because it heads a sentence.
  func isSentenceOpener(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.words.contains(.article) { return true }
    guard token.shape.contains(.first) else { return false }
    // "Can Tho", "An Giang" begin with such a word too.
    if token.roles.contains(.place) || token.roles.contains(.organisation), tokens[index + 1].isCapital { return false }
    return token.words.contains(.function)
      && !(token.words.contains(.plural) && !token.shape.contains(.vietnamese))
  }

  /// The end of the run of capitalised words that begins at `start`: at most `limit` tokens, on one line or wrapped.
  ///
  /// - Parameter barriers: a word in one of these roles ends the run, unless it is the first.
  func nameEnd(from start: Int, limit: Int, barriers: Token.Roles = [.honorific, .stop]) -> Int {
    var end = start
    while end < count, end - start < limit {
      let token = tokens[end]
      if end > start, !token.isJoined { break }
      if isNameWord(end) {
        if end > start, !token.roles.isDisjoint(with: barriers) { break }
        end += 1
      } else if end > start, isTightHyphen(end), tokens[end - 1].isWord {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The start of the run of capitalised words that ends before `end`.
  func nameStart(before end: Int, limit: Int, barriers: Token.Roles = [.honorific, .stop]) -> Int {
    var start = end
    while start > 0, end - start < limit {
      if start < count, !tokens[start].isJoined { break }
      let token = tokens[start - 1]
      if isNameWord(start - 1), token.roles.isDisjoint(with: barriers) {
        start -= 1
      } else if start < end, start > 1, isTightHyphen(start - 1), isNameWord(start - 2), tokens[start].gap == .none {
        start -= 2
      } else {
        break
      }
    }
    while start < end, isSentenceOpener(start) { start += 1 }
    return start
  }

  /// FNV-1a of a word in small letters, Latin and Vietnamese.
  func lowerHash(_ index: Int) -> UInt64 {
    var hash = WordTable.seed
    var offset = Int(tokens[index].start)
    let end = Int(tokens[index].end)
    while offset < end {
      let byte = bytes[offset]
      let next = offset + 1 < end ? bytes[offset + 1] : 0
      switch byte {
      case 0x41...0x5A: hash = WordTable.step(hash, byte | 0x20)
      case 0xC3 where next >= 0x80 && next <= 0x9E:
        hash = WordTable.step(WordTable.step(hash, byte), next | 0x20)
        offset += 1
      case 0xC4 where next & 1 == 0, 0xC5 where next & 1 == 0 && next >= 0x8A:
        hash = WordTable.step(WordTable.step(hash, byte), next | 1)
        offset += 1
      case 0xC6 where next == 0xA0 || next == 0xAF:
        hash = WordTable.step(WordTable.step(hash, byte), next == 0xA0 ? 0xA1 : 0xB0)
        offset += 1
      case 0xE1 where next >= 0xB8 && next <= 0xBB && offset + 2 < end:
        hash = WordTable.step(WordTable.step(WordTable.step(hash, byte), next), bytes[offset + 2] | 1)
        offset += 2
      default: hash = WordTable.step(hash, byte)
      }
      offset += 1
    }
    return hash
  }
}

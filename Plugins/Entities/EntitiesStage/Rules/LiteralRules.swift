import StageKit

/// Finds addresses of mail and web and telephone numbers, and keeps other rules out of them.
///
/// Each look to the left or right is bounded, so that a hostile run of `@` or `.` costs linear time.
struct LiteralRules {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>

  private static let longestLocalPart = 24
  private static let longestDomain = 24
  private static let longestURL = 200

  init(_ page: Page) {
    self.page = page
    tokens = page.tokens
  }

  func run(into findings: inout Findings) {
    var index = 0
    while index < page.count {
      let token = tokens[index]
      var found: (start: Int, end: Int, type: EntityType, rule: Rule)?
      if token.isMark(Mark.at) {
        if let (start, end) = email(index) { found = (start, end, .email, .email) }
      } else if token.isWord, token.end - token.start <= 5, tokens[index + 1].kind == .mark,
        tokens[index + 1].gap == .none, tokens[index + 2].gap == .none, let end = url(index)
      {
        found = (index, end, .url, .url)
      } else if token.kind == .number || token.isMark(UInt8(ascii: "+")) || token.isMark(Mark.open),
        let end = phone(index)
      {
        found = (index, end, .phone, .phone)
      }
      guard let found else {
        if token.isMark(Mark.slash), let end = code(index) {
          // "377/TTr-SKHĐT": the number of a document holds no names and no dates.
          for taken in (index - 1)..<end { tokens[taken].shape.insert(.taken) }
          index = end
          continue
        }
        index += 1
        continue
      }
      findings.candidates.append(
        Candidate(found.type, found.start, found.end, found.rule, 0.98))
      for taken in found.start..<found.end { tokens[taken].shape.insert(.taken) }
      index = max(found.end, index + 1)
    }
  }

  private func email(_ at: Int) -> (Int, Int)? {
    var start = at
    while start > 0, at - start < Self.longestLocalPart, tokens[start].gap == .none, isLocal(tokens[start - 1]) {
      start -= 1
    }
    while start < at, tokens[start].kind == .mark { start += 1 }
    guard start < at, tokens[at].gap == .none, !tokens[start].shape.contains(.taken) else { return nil }
    var end = at + 1
    var dots = 0
    while end < page.count, end - at < Self.longestDomain, tokens[end].gap == .none {
      let token = tokens[end]
      if token.isWord || token.kind == .number {
        end += 1
      } else if token.isMark(Mark.stop) || token.isMark(Mark.hyphen), isWordWithout(gap: end + 1) {
        if token.isMark(Mark.stop) { dots += 1 }
        end += 1
      } else {
        break
      }
    }
    guard dots > 0, tokens[end - 1].isWord else { return nil }
    return (start, end)
  }

  /// The end of a document number whose slash stands at `slash`: figures before it, capitals behind it, no spaces.
  private func code(_ slash: Int) -> Int? {
    guard slash > 0, tokens[slash - 1].kind == .number, tokens[slash].gap == .none,
      tokens[slash + 1].isCapital, tokens[slash + 1].gap == .none
    else { return nil }
    var end = slash + 2
    while end < page.count, end - slash < 12, tokens[end].gap == .none,
      tokens[end].isWord || tokens[end].kind == .number || tokens[end].isMark(Mark.hyphen)
        || tokens[end].isMark(Mark.slash)
    {
      end += 1
    }
    return end
  }

  private func isLocal(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number: true
    case .mark:
      token.mark == Mark.stop || token.mark == Mark.hyphen || token.mark == UInt8(ascii: "_")
        || token.mark == UInt8(ascii: "+") || token.mark == UInt8(ascii: "%")
    default: false
    }
  }

  private func isWordWithout(gap index: Int) -> Bool {
    (tokens[index].isWord || tokens[index].kind == .number) && tokens[index].gap == .none
  }

  private func url(_ index: Int) -> Int? {
    let hasScheme =
      (page.reads(index, "http") || page.reads(index, "https") || page.reads(index, "ftp"))
      && tokens[index + 1].isMark(Mark.colon) && tokens[index + 2].isMark(Mark.slash)
    let isWWW = (page.reads(index, "www") || page.reads(index, "WWW")) && tokens[index + 1].isMark(Mark.stop)
    guard hasScheme || isWWW, tokens[index + 1].gap == .none else { return nil }
    var end = index + 1
    while end < page.count, end - index < Self.longestURL, tokens[end].gap == .none {
      let token = tokens[end]
      if token.kind == .mark {
        switch token.mark {
        case Mark.quote, UInt8(ascii: "<"), UInt8(ascii: ">"), Mark.close, Mark.bar, UInt8(ascii: "]"):
          return closed(index, end)
        default: break
        }
      }
      end += 1
    }
    return closed(index, end)
  }

  /// Punctuation at the end belongs to the sentence.
  private func closed(_ start: Int, _ end: Int) -> Int? {
    var end = end
    while end > start, tokens[end - 1].kind == .mark, tokens[end - 1].mark != Mark.slash { end -= 1 }
    return end - start >= 4 ? end : nil
  }

  private func phone(_ index: Int) -> Int? {
    var end = index
    var digits = 0
    let isPlus = tokens[index].isMark(UInt8(ascii: "+"))
    if isPlus || tokens[index].isMark(Mark.open) { end += 1 }
    guard tokens[end].kind == .number, end == index || tokens[end].gap == .none else { return nil }
    let startsWithZero = page.bytes[Int(tokens[end].start)] == 0x30
    guard isPlus || startsWithZero || hasCue(index) else { return nil }
    var last = end
    while end < page.count, end - index < 16 {
      let token = tokens[end]
      if end > index, token.gap > .space { break }
      if token.kind == .number {
        digits += Int(token.end - token.start)
        if digits > 15 { return nil }
        last = end + 1
      } else if token.kind == .mark, token.mark == Mark.stop || token.mark == Mark.hyphen || token.mark == Mark.close {
        if token.gap != .none { break }
      } else {
        break
      }
      end += 1
    }
    guard digits >= (isPlus || !startsWithZero ? 8 : 9), last > index else { return nil }
    if last < page.count, tokens[last].gap == .none, tokens[last].isMark(Mark.slash) || tokens[last].isWord {
      return nil
    }
    return last
  }

  private func hasCue(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if tokens[index - 1].words.contains(.numbering) { return true }
    return index > 1 && tokens[index - 1].kind == .mark && tokens[index - 2].words.contains(.numbering)
  }
}

import Lexicon
import StageKit

/// Walks from the head of a Vietnamese name to its end.
struct VietnameseWalk {
  let rules: OrganisationRules
  let page: Page
  let tokens: UnsafeMutablePointer<Token>
  let head: Int
  let start: Int
  var index: Int
  /// Token behind the last that certainly belongs to the name.
  var good: Int
  /// Where the closing place begins.
  var placeStart: Int?
  /// Whether there is anything but small letters behind the head.
  var isNamed = false
  var isSmallHead = false

  init(_ rules: OrganisationRules, _ start: Int, _ head: Int) {
    self.rules = rules
    self.start = start
    self.head = head
    page = rules.page
    tokens = rules.tokens
    index = head
    good = head
  }

  mutating func run() {
    jumpOverKnown()
    while index < page.count, index - start < OrganisationRules.longest, tokens[index].isJoined {
      let token = tokens[index]
      if token.shape.contains(.taken) || token.isLoud { return }
      if takePlace() { return }
      switch token.kind {
      case .word: if !takeWord(token) { return }
      case .mark: if !takeMark(token) { return }
      case .number:
        guard isNumberOfName(token) else { return }
        index += 1
        good = index
        isNamed = true
        return
      case .possessive, .end: return
      }
    }
  }

  /// `Bệnh viện 108`, `Trường Mầm non Hoa Ban 2`, but not `Chính phủ Việt Nam 12 triệu`.
  func isNumberOfName(_ token: Token) -> Bool {
    guard index == good, token.end - token.start <= 3, !isSmallHead, placeStart == nil else { return false }
    let next = tokens[index + 1]
    if next.gap == .none, next.kind == .mark, next.mark == Mark.slash || next.mark == UInt8(ascii: "%") { return false }
    if index > head, next.isJoined, next.isWord { return false }
    return tokens[index - 1].isCapital || index == head
  }

  /// A longer name or literal that the lexicon knows from the head on.
  mutating func jumpOverKnown() {
    for hit in page.hits(at: start) {
      let isKnown =
        (hit.kind == .literal && hit.count == 0) || hit.kind == .organisation
        || (hit.kind == .cue && rules.vocabulary.cues[Int(hit.index)].kind == .orgHead)
      guard isKnown, Int(hit.end) > index else { continue }
      index = Int(hit.end)
      // The literal of a pattern with two words and more is a name even without its place: "Sở Tài chính".
      if hit.kind != .cue, tokens[start].isCapital {
        good = index
        isNamed = true
      }
      return
    }
  }

  /// A place ends the name: `tỉnh Quảng Trị`, `Hà Nội`, or the unit alone, `Hội Nông dân tỉnh`.
  mutating func takePlace() -> Bool {
    let end = rules.placeEnd(index)
    if end > index, !isLargerWord(end) {
      placeStart = index
      isNamed = true
      good = end
      index = end
      // "Hội Khoa học Hà Nội Xanh": the place may be the middle of a name.
      return true
    }
    guard tokens[index].roles.contains(.unit), !tokens[index].isCapital || tokens[index].shape.contains(.allCapitals),
      !tokens[index - 1].words.contains(.and), page.placeEnd[index] == 0, !isSmallHead, let stop = bareUnitEnd()
    else { return false }
    if tokens[stop].isJoined, page.isNameWord(stop), !tokens[stop].roles.contains(.head) { return false }
    good = stop
    isNamed = true
    return true
  }

  /// The end of a unit word that stands for its body: `tỉnh`, `thị xã`.
  func bareUnitEnd() -> Int? {
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = rules.vocabulary.cues[Int(hit.index)]
      if info.kind == .placeUnit, info.flags.contains(.administrative), !info.flags.contains(.road),
        !info.flags.contains(.weak), !info.flags.contains(.fine), !info.flags.contains(.generic)
      {
        return Int(hit.end)
      }
    }
    return nil
  }

  /// Whether a place name is only the beginning of another: capitals follow that begin nothing else.
  func isLargerWord(_ end: Int) -> Bool {
    guard page.placeEnd[index] == 0 || tokens[index].roles.isDisjoint(with: .unit) else { return false }
    let isSure = page.placeEnd[index] > 0
    let next = tokens[end]
    return !isSure && next.isJoined && next.gap != .wrap && page.isNameWord(end)
      && next.roles.isDisjoint(with: [.head, .unit, .title, .stop])
  }

  mutating func takeWord(_ token: Token) -> Bool {
    if token.isCapital {
      if !token.roles.isDisjoint(with: [.honorific]), index > head { return false }
      if token.roles.contains(.stop), !token.roles.contains(.surname), index > head, !follows(index) { return false }
      if token.roles.contains(.organisation), token.shape.contains(.allCapitals), index == good, index > head {
        return false
      }
      if index > head || !token.roles.contains(.soft) { isNamed = true }
      index += 1
      good = index
      return true
    }
    // A second syllable in small letters.
    if index > head || rules.tokens[index - 1].isCapital, !token.words.contains(.saying) || follows(index),
      follows(index)
    {
      index += 1
      if !token.words.contains(.viJoint), !token.words.contains(.function) || tokens[index - 1].shape.contains(.marked)
      {
        if !token.words.contains(.viJoint) { good = index }
      }
      return true
    }
    if takeConnector(token) { return true }
    return takeStranger(token)
  }

  /// `Hỗ trợ Lao động Nhập cư Sông Hồng`: a small syllable that the lexicon has not seen counts if the name goes on.
  mutating func takeStranger(_ token: Token) -> Bool {
    guard page.isNameWord(index - 1), index > head, token.words.isEmpty, token.roles.isDisjoint(with: [.title, .unit]),
      token.shape.contains(.vietnamese), !token.shape.contains(.digit), tokens[index + 1].gap == .space
    else { return false }
    let next = tokens[index + 1]
    let goesOn =
      page.isNameWord(index + 1) && isContinuation(index + 1) && !next.shape.contains(.allCapitals)
      && !next.roles.contains(.surname)
      || next.words.contains(.and) && page.isNameWord(index + 2) && isContinuation(index + 2)
        && !tokens[index + 2].roles.contains(.organisation)
      || next.isMark(Mark.open) && tokens[index + 2].shape.contains(.allCapitals)
    guard goesOn else { return false }
    index += 1
    good = index
    return true
  }

  /// Whether the lexicon has the word before and this one side by side.
  func follows(_ index: Int) -> Bool {
    index > start && rules.vocabulary.collocations.contains(page.lowerHash(index - 1), page.lowerHash(index))
  }

  /// `và Phát triển`, `về các Tổ chức`: a connector counts if a word of the name follows.
  mutating func takeConnector(_ token: Token) -> Bool {
    guard token.words.contains(.viJoint), index > head || token.words.contains(.and) == false,
      !isSmallHead || index > head
    else { return false }
    var next = index + 1
    if tokens[next].words.contains(.viJoint), !tokens[next].isCapital { next += 1 }
    guard tokens[next].isJoined, page.isNameWord(next), isContinuation(next) else { return false }
    if page.reads(index, "của") { return false }
    if token.words.contains(.and), rules.placeEnd(next) > next, page.placeEnd[next] > 0 { return false }
    index = next
    return true
  }

  /// Whether a word with a capital behind a connector or comma goes on with the name rather than beginning another.
  func isContinuation(_ next: Int) -> Bool {
    let token = tokens[next]
    if token.shape.contains(.allCapitals), token.roles.contains(.organisation) { return false }
    if token.roles.contains(.surname), tokens[next + 1].isCapital, tokens[next + 1].isJoined,
      !follows(next + 1)
    {
      return false
    }
    let isPair =
      tokens[next + 1].isJoined && tokens[next + 1].isWord && !tokens[next + 1].isCapital && follows(next + 1)
    for hit in page.hits(at: next) {
      if hit.kind == .organisation, !isPair || hit.length > 2 { return false }
      if hit.kind == .cue, hit.length > 1, rules.vocabulary.cues[Int(hit.index)].kind == .orgHead { return false }
    }
    return token.roles.isDisjoint(with: [.head, .honorific, .title, .unit]) || isPair
  }
}

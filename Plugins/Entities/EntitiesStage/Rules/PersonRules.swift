import Lexicon
import StageKit

/// Finds persons, with caution: a form of address or an office before the name, or the shape of a Vietnamese name.
struct PersonRules {
  let page: Page
  let tokens: UnsafeMutablePointer<Token>
  let vocabulary: Vocabulary

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

  func add(_ start: Int, _ end: Int, _ rule: Rule, _ score: Double, _ findings: inout Findings) {
    findings.candidates.append(Candidate(.person, start, end, rule, score))
  }

  // MARK: Title

  func title(_ index: Int, _ findings: inout Findings) {
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
  func personEnd(_ start: Int) -> Int {
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

  func particle(_ index: Int) -> Int? {
    var next = index
    while next - index < 2,
      page.reads(next, "de") || page.reads(next, "van") || page.reads(next, "der") || page.reads(next, "von")
        || page.reads(next, "da") || page.reads(next, "bin") || page.reads(next, "al") || page.reads(next, "del")
    {
      next += 1
    }
    return next > index && tokens[next].isJoined && page.isNameWord(next) ? next : nil
  }
}

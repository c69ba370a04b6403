import Lexicon
import StageKit

/// Finds organisations: names that the lexicon knows, names made after its patterns, and names that begin or end with a
/// head such as `Sở`, `Trung tâm`, `Network`, `University`.
struct OrganisationRules {
  let page: Page
  let tokens: UnsafeMutablePointer<Token>
  let vocabulary: Vocabulary

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    tokens = page.tokens
  }

  /// Most tokens in one name.
  static let longest = 28

  func run(into findings: inout Findings) {
    for index in 0..<page.count {
      let roles = tokens[index].roles
      if roles.isDisjoint(with: [.organisation, .literal, .head]) { continue }
      if roles.contains(.organisation) { lexiconName(index, &findings) }
      if roles.contains(.literal) { pattern(index, &findings) }
      if roles.contains(.head) { head(index, &findings) }
    }
  }

  // MARK: Lexicon

  func lexiconName(_ index: Int, _ findings: inout Findings) {
    for hit in page.hits(at: index) where hit.kind == .organisation {
      if hit.isCautious, !isSupported(hit) { continue }
      if isPersonOrStreet(hit) || isPlaced(hit) || isPair(hit) { continue }
      let score = PlaceRules.score(hit.strength) + (hit.isCautious ? -0.2 : 0.02)
      var trimmed = hit
      if tokens[index].words.contains(.article), hit.length > 1, !tokens[index].isLoud { trimmed.start += 1 }
      add(trimmed, score, &findings)
      country(index, Int(hit.end), &findings)
      return
    }
  }

  /// A street or a person is named like the organisation: "đường Thanh Niên".
  func isPersonOrStreet(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    if tokens[start].roles.contains(.titled), hit.length <= 2, !hit.isAbbreviation { return true }
    return false
  }

  /// `Plan International Việt Nam`: the office of an organisation in a country.
  func country(_ start: Int, _ end: Int, _ findings: inout Findings) {
    guard tokens[end].gap == .space, page.isNameWord(end) else { return }
    for place in page.hits(at: end) where place.kind == .place && place.strength >= .tonePlacement && !place.isCautious
    {
      guard isCountry(place) else { continue }
      // "Việt Nam" must not itself begin the next organisation.
      for other in page.hits(at: end) where other.kind == .organisation && other.end > place.end { return }
      add(start, Int(place.end), .organisationCountry, 0.9, &findings)
      return
    }
  }

  func isCountry(_ hit: Hit) -> Bool {
    vocabulary.isCountry[vocabulary.typeIndex(of: page.concepts[Int(hit.index)])]
  }

  /// `Trường Đại học Kinh tế, Đại học Huế`: two organisations that the lexicon also lists as one.
  func isPair(_ hit: Hit) -> Bool {
    guard hit.length >= 5 else { return false }
    for shorter in page.hits(at: Int(hit.start)) where shorter.kind == .organisation || shorter.kind == .cue {
      let comma = Int(shorter.end)
      guard shorter.end < hit.end, tokens[comma].isMark(Mark.comma) else { continue }
      for other in page.hits(at: comma + 1) where other.kind == .organisation && other.end == hit.end { return true }
    }
    return false
  }

  /// `Oxfam International in Viet Nam` is an organisation and a place, if the lexicon knows the first part by itself.
  func isPlaced(_ hit: Hit) -> Bool {
    for shorter in page.hits(at: Int(hit.start)) where shorter.kind == .organisation && shorter.end < hit.end {
      let next = Int(shorter.end)
      if page.reads(next, "in") || page.reads(next, "tại") || page.reads(next, "tai"),
        page.placeStart[Int(hit.end)] == next + 1
      {
        return true
      }
    }
    return false
  }

  /// Whether something near a doubtful name says that it is an organisation.
  func isSupported(_ hit: Hit) -> Bool {
    let start = Int(hit.start)
    let end = Int(hit.end)
    guard hit.strength == .exact else { return false }
    if tokens[start].roles.contains(.titled) { return false }
    if isNeighbour(start, end) { return true }
    // Alone among small letters, and written in capitals: LIGHT, but not Light.
    let first = tokens[start]
    if first.shape.contains(.allCapitals), !first.isLoud, hit.length == 1, first.end - first.start >= 3 {
      let isAfterName = start > 0 && first.isJoined && page.isNameWord(start - 1)
      return !isAfterName && !(tokens[end].isJoined && page.isNameWord(end)) && tokens[end].kind != .number
        && !first.roles.contains(.term) && !first.roles.contains(.stop)
    }
    return false
  }

  /// Whether an organisation stands before or behind, parted by a comma or `and`, or the name is in brackets behind one.
  func isNeighbour(_ start: Int, _ end: Int) -> Bool {
    if tokens[end].isJoined, isListSign(end) {
      let next = tokens[end + 1]
      if next.isJoined, next.roles.contains(.organisation), !next.roles.contains(.place) { return true }
    }
    guard start > 1, tokens[start].isJoined, isListSign(start - 1) || tokens[start - 1].isMark(Mark.open) else {
      return false
    }
    for begin in max(0, start - 8)..<(start - 1) where tokens[begin].roles.contains(.organisation) {
      for hit in page.hits(at: begin) where hit.kind == .organisation && Int(hit.end) == start - 1 { return true }
    }
    return false
  }

  func isListSign(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isMark(Mark.comma) || token.words.contains(.and) || token.isMark(Mark.ampersand)
  }

  /// The end of a place that begins at `index`: one already found, or one that the lexicon knows, however doubtful, as the
  /// organisation before it is support enough.
  func placeEnd(_ index: Int) -> Int {
    let found = Int(page.placeEnd[index])
    if found > index { return found }
    guard tokens[index].isCapital else { return index }
    for hit in page.hits(at: index) where hit.kind == .place {
      // One syllable is a place only if it is a country (Anh, Pháp) and no word goes on with it.
      if hit.length == 1 {
        let next = tokens[index + 1]
        if hit.strength != .exact || !isCountry(hit) { continue }
        if next.isJoined, next.isWord, page.isNameWord(index + 1) || isCollocation(index + 1) { continue }
      }
      return Int(hit.end)
    }
    return index
  }

  /// Whether the lexicon has the word before and this one side by side.
  func isCollocation(_ index: Int) -> Bool {
    index > 0 && vocabulary.collocations.contains(page.lowerHash(index - 1), page.lowerHash(index))
  }

  // MARK: Results

  func add(_ hit: Hit, _ score: Double, _ findings: inout Findings) {
    var candidate = Candidate(.organisation, Int(hit.start), Int(hit.end), .lexicon, score)
    candidate.strength = hit.strength
    candidate.concepts = hit.span
    findings.candidates.append(candidate)
  }

  func add(_ start: Int, _ end: Int, _ rule: Rule, _ score: Double, _ findings: inout Findings) {
    findings.candidates.append(Candidate(.organisation, start, end, rule, score))
    markOrganisation(start)
  }

  /// The place inside, if the page has not yet noted it: a doubtful name is sure inside an organisation.
  func addInner(_ start: Int, _ end: Int, _ findings: inout Findings) {
    guard page.placeEnd[start] == 0 else { return }
    for hit in page.hits(at: start) where hit.kind == .place && Int(hit.end) == end {
      PlaceRules(page, vocabulary).add(hit, PlaceRules.score(hit.strength) - 0.1, &findings)
      return
    }
  }

  func markOrganisation(_ start: Int) { tokens[start].roles.insert(.organisation) }

  func head(_ index: Int, _ findings: inout Findings) {
    var isEnglishDone = false
    var isVietnameseDone = false
    for hit in page.hits(at: index) where hit.kind == .cue {
      let info = vocabulary.cues[Int(hit.index)]
      guard info.kind == .orgHead, !info.flags.contains(.barren) else { continue }
      if info.flags.contains(.vietnamese) {
        if !isVietnameseDone { vietnameseHead(hit, info, &findings) }
        isVietnameseDone = true
      } else if !isEnglishDone {
        isEnglishDone = englishHead(hit, info, &findings)
      }
    }
  }
}

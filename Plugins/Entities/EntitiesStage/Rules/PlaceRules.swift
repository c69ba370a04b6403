import Lexicon
import StageKit

/// Finds places: names that the lexicon knows, and names with their unit.
struct PlaceRules {
  let page: Page
  let tokens: UnsafeMutablePointer<Token>
  let vocabulary: Vocabulary

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    tokens = page.tokens
  }

  func run(into findings: inout Findings) {
    // Names that stand by themselves first, because they support those that do not.
    for index in 0..<page.count {
      let token = tokens[index]
      if token.roles.contains(.place) { plainName(index, &findings) }
      if token.roles.contains(.unit) { unit(index, &findings) }
      if token.words.contains(.units) { units(index, &findings) }
    }
    for index in 0..<page.count where tokens[index].roles.contains(.place) { supportedName(index, &findings) }
  }

  // MARK: Lexicon

  private func plainName(_ index: Int, _ findings: inout Findings) {
    for hit in page.hits(at: index) where hit.kind == .place {
      if hit.isCautious || isSmall(hit) || isTitled(index) { continue }
      if isPerson(index, Int(hit.end)) { continue }
      add(hit, Self.score(hit.strength), &findings)
      // A shorter name stays for "Hanoi" in "Hanoi Club".
    }
  }

  private func supportedName(_ index: Int, _ findings: inout Findings) {
    guard page.placeEnd[index] == 0 else { return }
    for hit in page.hits(at: index) where hit.kind == .place {
      guard hit.isCautious || isSmall(hit) || isPerson(index, Int(hit.end)) else { continue }
      if hit.strength != .exact, hit.length == 1, !tokens[index].shape.contains(.plain) { continue }
      guard isSupported(index, Int(hit.end), hit) else { continue }
      add(hit, Self.score(hit.strength) - 0.2, &findings)
      return
    }
  }

  static func score(_ strength: Strength) -> Double {
    switch strength {
    case .exact: 0.95
    case .tonePlacement: 0.93
    case .letterCase: 0.85
    case .folded: 0.75
    case .conflicting: 0
    }
  }

  private func isSmall(_ hit: Hit) -> Bool {
    for number in Int(hit.index)..<Int(hit.index + hit.count) {
      if !vocabulary.isSmallUnit[vocabulary.typeIndex(of: page.concepts[number])] { return false }
    }
    return true
  }

  /// A form of address stands before.
  func isTitled(_ index: Int) -> Bool { tokens[index].roles.contains(.titled) }

  /// The name continues a person's: `Nguyễn Thái Bình`, or a family name begins it and more follows.
  private func isPerson(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, tokens[start].isJoined else { return false }
    let before = tokens[start - 1]
    return before.roles.contains(.surname) && before.isCapital && !before.roles.contains(.place) && end - start <= 2
      && !before.shape.contains(.first)
  }

  /// Whether something near a doubtful name says that it is a place.
  private func isSupported(_ start: Int, _ end: Int, _ hit: Hit) -> Bool {
    let next = tokens[end]
    let isLast = !(next.isJoined && page.isNameWord(end))
    // A list of places: "Yen Phu, Tay Ho, Hanoi".
    if isListMark(end), page.placeEnd[end + 1] > 0 || page.placeEnd[end + 2] > 0 { return isLast && !isTitled(start) }
    guard start > 0, tokens[start].isJoined else { return false }
    let before = tokens[start - 1]
    if before.isMark(Mark.comma) || before.words.contains(.and) || before.isMark(Mark.open),
      page.placeStart[start - 1] >= 0
    {
      return isLast
    }
    if isTitled(start) { return false }
    if before.words.contains(.locative) || before.words.contains(.genericUnit) { return isLast || hit.length > 1 }
    // Short names of countries that are also words (Anh, Pháp, Mỹ): alone among small letters.
    guard hit.length == 1, hit.strength == .exact, tokens[start].shape.contains(.vietnamese), isLast,
      !isSmall(hit), !next.isMark(Mark.colon)
    else { return false }
    return before.isWord && !before.isCapital && !page.reads(start - 1, "người") && !page.reads(start - 1, "tiếng")
      && !before.roles.contains(.title)
  }

  private func isListMark(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isJoined && (token.isMark(Mark.comma) || token.words.contains(.and) || token.isMark(Mark.open))
  }

  func add(_ hit: Hit, _ score: Double, _ findings: inout Findings) {
    add(Int(hit.start), Int(hit.end), .lexicon, score, hit.strength, hit.span, &findings)
  }

  func add(
    _ start: Int, _ end: Int, _ rule: Rule, _ score: Double, _ strength: Strength? = nil,
    _ concepts: ConceptSpan = .none, _ findings: inout Findings
  ) {
    var candidate = Candidate(.place, start, end, rule, score)
    candidate.strength = strength
    candidate.concepts = concepts
    findings.candidates.append(candidate)
    if Int(page.placeEnd[start]) < end { page.placeEnd[start] = Int32(end) }
    if page.placeStart[end] < 0 || Int(page.placeStart[end]) > start { page.placeStart[end] = Int32(start) }
  }
}

import Lexicon
import StageKit

/// Asks the lexicon about a page and notes down the answers as hits and roles.
struct PageScan {
  private let page: Page
  private let vocabulary: Vocabulary
  private let tokens: UnsafeMutablePointer<Token>
  private var token = 0
  private let count: Int
  private let hits: Buffer<Hit>
  private let concepts: Buffer<Int32>
  private let classes: UnsafePointer<Vocabulary.ConceptClass>
  private let types: UnsafePointer<UInt32>
  private let cues: UnsafePointer<CueInfo>
  private let organisations: UnsafeMutablePointer<Group>
  private let places: UnsafeMutablePointer<Group>
  private let memory: HitMemory
  /// What the stretch in hand has come to so far, for its first token and the one behind it.
  private var roles: Token.Roles = []
  private var isTitle = false

  init(_ page: Page, _ vocabulary: Vocabulary) {
    self.page = page
    self.vocabulary = vocabulary
    tokens = page.tokens
    count = page.count
    hits = page.hitStore
    concepts = page.concepts
    classes = vocabulary.classes
    types = vocabulary.types
    cues = vocabulary.cues
    organisations = page.buffers.groups
    places = page.buffers.groups + 1
    memory = page.buffers.memory
  }

  mutating func scan(_ text: Text, _ range: TextRange) {
    var scan = self
    page.buffers.scanner.forEachStretch(in: text, range) { scan.note($0) }
    self = scan
  }

  private mutating func note(_ stretch: LexiconStretch) {
    let range = stretch.range
    let start = UInt32(truncatingIfNeeded: range.start)
    let stop = UInt32(truncatingIfNeeded: range.end)
    // The closing tokens of the page begin at its end, so that neither loop runs over it.
    while tokens[token].start < start, token < count { token &+= 1 }
    guard token < count, tokens[token].start == start, !tokens[token].shape.contains(.taken) else { return }
    var end = token &+ 1
    while end < count, tokens[end &- 1].end < stop { end &+= 1 }
    guard tokens[end &- 1].end == stop else { return }
    let number = memory.phrases.number(page.bytes + range.start, range.count, context: context(end))
    if let number, number < memory.outcomes.count {
      let known = memory.outcomes[number]
      repeatHits(known, end)
      roles = known.roles
      isTitle = known.isTitle
    } else {
      let first = hits.count
      roles = []
      isTitle = false
      judge(stretch, end)
      if number != nil { memory.keep(hits, from: first, roles: roles, isTitle: isTitle) }
    }
    tokens[token].roles.formUnion(roles)
    if isTitle { tokens[end].roles.insert(.titled) }
  }

  /// What the outcome depends on beside the bytes of the stretch.
  @inline(__always) private func context(_ end: Int) -> UInt64 {
    let first = tokens[token]
    return UInt64(first.shape.rawValue & ~Token.Shape.first.rawValue) | UInt64(first.kind.rawValue) << 16
      | UInt64(truncatingIfNeeded: end &- token) << 24
  }

  private func repeatHits(_ known: HitMemory.Outcome, _ end: Int) {
    guard known.hitCount > 0 else { return }
    if tokens[token].hit < 0 { tokens[token].hit = Int32(truncatingIfNeeded: hits.count) }
    let first = memory.hits.start + Int(known.firstHit)
    for number in 0..<Int(known.hitCount) {
      var hit = first[number]
      hit.start = Int32(truncatingIfNeeded: token)
      hit.end = Int32(truncatingIfNeeded: end)
      hits.append(hit)
    }
  }

  private mutating func judge(_ stretch: LexiconStretch, _ end: Int) {
    var scan = self
    stretch.forEachCandidate { scan.note($0, end) }
    self = scan
    if organisations.pointee.count > 0 { close(organisations, .organisation, .organisation, end) }
    if places.pointee.count > 0 { close(places, .place, .place, end) }
  }

  private mutating func note(_ candidate: LexiconCandidate, _ end: Int) {
    let isCapital = tokens[token].isCapital
    let strength = Strength(candidate.strength)
    switch candidate.kind {
    case .concept(let index):
      if !isCapital, strength != .exact { return }
      let type = Int(types[index])
      switch classes[type] {
      case .organisation: organisations.pointee.add(candidate, strength, index)
      case .place:
        places.pointee.add(candidate, strength, index)
        if vocabulary.isSmallUnit[type], end - token == 1 { places.pointee.isCautious = true }
      case .term: noteTerm(strength, end)
      }
    case .cue(let index): noteCue(index, strength, end)
    case .patternLiteral(let pattern, let segment):
      if isCapital || strength == .exact, isLiteral(strength) {
        // Where a pattern may be looked for: at its first literal, or behind one slot.
        let begins = segment <= 1 && vocabulary.patterns[pattern].count > 1
        append(Hit.Kind.literal, strength, end, Int32(pattern), Int32(segment), begins ? .literal : [])
      }
    case .demonym:
      if isCapital, strength >= .letterCase {
        append(.demonym, strength, end, 0, 0, .demonym)
      }
    }
  }

  private mutating func close(_ group: UnsafeMutablePointer<Group>, _ kind: Hit.Kind, _ role: Token.Roles, _ end: Int) {
    let count = group.pointee.count
    group.pointee.count = 0
    guard isName(kind, group.pointee.strength, group.pointee.isAbbreviation, end) else { return }
    var hit = Hit(
      start: Int32(token), end: Int32(end), kind: kind, strength: group.pointee.strength,
      isCautious: group.pointee.isCautious,
      isAbbreviation: group.pointee.isAbbreviation, index: Int32(concepts.count), count: Int32(count))
    if group.pointee.strength == .folded, end - token == 1 { hit.isCautious = true }
    for number in 0..<count { concepts.append(group.pointee.members[number]) }
    append(hit, role)
  }

  /// Whether a stretch may be a name at all, by its letters.
  private func isName(_ kind: Hit.Kind, _ strength: Strength, _ isAbbreviation: Bool, _ end: Int) -> Bool {
    let first = tokens[token]
    let isSingle = end - token == 1
    switch strength {
    case .exact: return true
    case .letterCase, .tonePlacement:
      if isAbbreviation, strength == .letterCase { return false }
      if strength == .tonePlacement, first.isCapital { return true }
      guard first.isCapital else { return false }
      if isSingle { return first.shape.contains(.allCapitals) && first.end - first.start >= 5 }
      // Every syllable of a Vietnamese place has its capital: "An sinh" is not the commune An Sinh.
      if kind == .place, end - token == 2, !tokens[end - 1].isCapital { return false }
      if first.isLoud, (token..<end).allSatisfy({ tokens[$0].words.contains(.function) }) { return false }
      return first.isLoud || tokens[end - 1].isCapital || tokens[end - 1].kind == .number
        || first.shape.contains(.vietnamese)
    case .folded:
      guard first.isCapital, !isAbbreviation else { return false }
      if isSingle { return first.shape.contains(.plain) }
      // English and plain Vietnamese have lost all diacritics; where some are left, the name is likely another.
      for index in token..<end where tokens[index].isWord {
        if !tokens[index].isCapital, !first.shape.contains(.plain) { return false }
        if tokens[index].shape.contains(.marked), first.shape.contains(.vietnamese) { return false }
      }
      return true
    case .conflicting: return false
    }
  }

  private func isLiteral(_ strength: Strength) -> Bool {
    guard tokens[token].isCapital || strength == .exact else { return false }
    return strength >= .letterCase || tokens[token].shape.contains(.plain)
  }

  private mutating func noteTerm(_ strength: Strength, _ end: Int) {
    guard tokens[token].isCapital, strength >= .letterCase else { return }
    append(.term, strength, end, 0, 0, .term)
  }

  private mutating func noteCue(_ index: Int, _ strength: Strength, _ end: Int) {
    let info = cues[index]
    let first = tokens[token]
    guard info.counts, first.isCapital || !info.flags.contains(.needsCapital) else { return }
    switch strength {
    case .exact, .tonePlacement: break
    case .letterCase:
      if info.flags.contains(.strict), !first.isLoud { return }
      if first.shape.contains(.allCapitals), !first.isLoud { return }
      if info.kind == .surname || info.kind == .givenName, !first.isLoud { return }
    case .folded:
      let isPlainName = (info.kind == .surname || info.kind == .givenName) && !first.shape.contains(.marked)
      guard first.shape.contains(.plain) || (isPlainName && !first.shape.contains(.vietnamese)) else { return }
      if info.flags.contains(.strict) || (info.flags.contains(.weak) && info.kind == .title) { return }
    case .conflicting: return
    }
    let role: Token.Roles
    switch info.kind {
    case .orgHead:
      role = .head
    case .placeUnit: role = .unit
    case .title:
      role = info.flags.contains(.family) ? [.title, .honorific] : .title
      if info.flags.contains(.before), info.flags.contains(.family), !info.flags.contains(.barren) {
        isTitle = true
      }
    case .surname:
      role = .surname
    case .givenName:
      role = .givenName
    case .stopCapital, .weekday:
      // "Sustainable Development Goals" must not part "Sustainable Energy Centre".
      role = info.flags.contains(.soft) || (end - token > 1 && info.kind == .stopCapital) ? .soft : .stop
    case .other: return
    }
    append(.cue, strength, end, Int32(index), 0, role)
  }

  private mutating func append(
    _ kind: Hit.Kind, _ strength: Strength, _ end: Int, _ index: Int32, _ count: Int32, _ role: Token.Roles
  ) {
    append(
      Hit(start: Int32(token), end: Int32(end), kind: kind, strength: strength, index: index, count: count), role)
  }

  private mutating func append(_ hit: Hit, _ role: Token.Roles) {
    if tokens[token].hit < 0 { tokens[token].hit = Int32(hits.count) }
    hits.append(hit)
    roles.formUnion(role)
  }
}

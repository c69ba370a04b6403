import StageKit

/// Notes down for the rest of the document what a page has named, and what it has left unexplained.
struct PageMemory {
  private let page: Page
  private let tokens: UnsafeMutablePointer<Token>

  init(_ page: Page) {
    self.page = page
    tokens = page.tokens
  }

  func note(_ kept: [Candidate], into memory: inout Memory) {
    var covered = [Bool](repeating: false, count: page.count)
    for candidate in kept {
      let start = Int(candidate.start)
      let end = Int(candidate.end)
      for index in start..<end { covered[index] = true }
      switch candidate.type {
      case .person: learnPerson(start, end, candidate, &memory)
      case .place: learnPlace(start, end, candidate, &memory)
      default: break
      }
    }
    leaveRuns(covered, &memory)
  }

  /// A Vietnamese is called by the last word of the name, others by it too.
  private func learnPerson(_ start: Int, _ end: Int, _ candidate: Candidate, _ memory: inout Memory) {
    guard candidate.score >= 0.7, page.isNameWord(end - 1) else { return }
    memory.learn(page.hash(end - 1, end), .person)
    if end - start > 2 { memory.learn(page.hash(end - 2, end), .person) }
    if end - start > 1 { memory.learn(page.hash(start, end), .person) }
  }

  /// `Kim Chung commune`, later `Kim Chung`.
  private func learnPlace(_ start: Int, _ end: Int, _ candidate: Candidate, _ memory: inout Memory) {
    switch candidate.rule {
    case .placeNameUnit where end - start > 2: memory.learn(page.hash(start, end - 1), .place)
    case .placeUnitName:
      var name = start + 1
      while name < end, !page.isNameWord(name) { name += 1 }
      if end - name >= 2 { memory.learn(page.hash(name, end), .place) }
    case .placeList where end - start > 1: memory.learn(page.hash(start, end), .place)
    default: break
    }
  }

  private func leaveRuns(_ covered: [Bool], _ memory: inout Memory) {
    var index = 0
    while index < page.count {
      guard !covered[index], page.isNameWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < page.count, end - index < 6, !covered[end], tokens[end].gap == .space, page.isNameWord(end) {
        end += 1
      }
      var start = index
      if end - start > 1, page.isSentenceOpener(start) { start += 1 }
      leave(start, end, &memory)
      index = end
    }
  }

  private func leave(_ start: Int, _ end: Int, _ memory: inout Memory) {
    if end - start == 1 {
      let token = tokens[start]
      if token.words.contains(.function) { return }
      let other: Token.Roles = [.stop, .soft, .title, .head, .unit]
      if !token.roles.isDisjoint(with: other), token.roles.isDisjoint(with: [.surname, .givenName]) { return }
      // "An operation": short words at the head of a sentence are no names.
      if token.shape.contains(.first), token.end - token.start < 4 || token.shape.contains(.plain) { return }
    }
    memory.leave(
      Memory.Leftover(
        range: page.range(start, end), hash: page.hash(start, end), isFirst: tokens[start].shape.contains(.first),
        isSingle: end - start == 1))
    guard end - start > 1 else { return }
    for index in start..<end where tokens[index].shape.contains(.allCapitals) { leave(index, index + 1, &memory) }
  }
}

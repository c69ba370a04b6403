public import StageKit

extension Lexicon {
  /// Reports every match in the range, in document order: by start, the longer first.
  ///
  /// Matches begin and end at word boundaries. Case, diacritics, hyphens, apostrophes and a single space or line break
  /// between words make no difference to what is found, only to the strength. Matches overlap and nest; who wants one
  /// reading chooses.
  /// - Parameter range: must lie inside the text and on scalar boundaries. A name that goes across its end is not found.
  /// - Parameter minimum: weaker candidates are left out, and matches that have no others.
  /// - Parameter filter: made for this lexicon; candidates that it does not want are left out likewise.
  public func forEachMatch(
    in text: Text, _ range: TextRange, minimum: MatchStrength = .folded, filter: LexiconFilter? = nil,
    _ body: (LexiconMatch) -> Void
  ) {
    precondition(range.end <= text.count, "the range \(range) reaches outside the text, which has \(text.count) bytes")
    var candidates: [LexiconCandidate] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      withExtendedLifetime(self) {
        withExtendedLifetime(filter) {
          Scanner.scan(image, bytes, range, minimum, filter?.tables, nil) { stretch in
            candidates.removeAll(keepingCapacity: true)
            stretch.forEachCandidate { candidates.append($0) }
            guard !candidates.isEmpty else { return }
            body(LexiconMatch(range: stretch.range, wordCount: stretch.wordCount, candidates: candidates[...]))
          }
        }
      }
    }
  }

  /// What a whole name stands for, in the order in which the lexicon was built; empty if the lexicon does not know it.
  public func lookUp(_ name: String, minimum: MatchStrength = .folded) -> [LexiconCandidate] {
    var name = name
    var found: [LexiconCandidate] = []
    name.withUTF8 { bytes in lookUp(bytes, 0, bytes.count, minimum, nil) { found.append($0) } }
    return found
  }

  /// What the words of a stretch of text stand for, as a whole; spaces and breaks around and between them do not matter.
  /// - Parameter range: must lie inside the text and on scalar boundaries.
  public func lookUp(in text: Text, _ range: TextRange, minimum: MatchStrength = .folded) -> [LexiconCandidate] {
    var found: [LexiconCandidate] = []
    forEachCandidate(in: text, range, minimum: minimum) { found.append($0) }
    return found
  }

  /// The same without an array: calls `body` with each candidate.
  /// - Parameter filter: made for this lexicon; candidates that it does not want are left out.
  public func forEachCandidate(
    in text: Text, _ range: TextRange, minimum: MatchStrength = .folded, filter: LexiconFilter? = nil,
    _ body: (LexiconCandidate) -> Void
  ) {
    precondition(range.end <= text.count, "the range \(range) reaches outside the text, which has \(text.count) bytes")
    text.bytes.withUnsafeBufferPointer { bytes in
      withExtendedLifetime(filter) { lookUp(bytes, range.start, range.end, minimum, filter?.tables, body) }
    }
  }

  private func lookUp(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ minimum: MatchStrength, _ filter: FilterTables?,
    _ body: (LexiconCandidate) -> Void
  ) {
    guard let text = bytes.baseAddress, bytes.count < Int(UInt32.max) else { return }
    withExtendedLifetime(self) {
      withUnsafeTemporaryAllocation(of: Token.self, capacity: image.depth) { path in
        var tokeniser = Tokeniser(bytes, start, end)
        var traits = TokenTraits()
        var node: UInt32 = 0
        var token = Token()
        var count = 0
        while tokeniser.next(&token) {
          guard count < image.depth, let next = image.node(behind: node, by: token, isFirst: count == 0, in: text)
          else { return }
          if let filter, filter.nodes[Int(next)] & 0b11 == 0 { return }
          node = next
          path.initializeElement(at: count, to: token)
          count += 1
          traits.append(token.traits)
        }
        guard count > 0 else { return }
        let record = image.nodes[Int(node)]
        let judge = StrengthJudge(image: image, text: text)
        let found = UnsafeBufferPointer(start: path.baseAddress, count: count)
        for index in Int(record.firstEntry)..<Int(record.firstEntry) + Int(record.entryCount) {
          if let filter, filter.entries[index] == 0 { continue }
          let strength = judge.strength(of: found, traits, against: image.entries[index])
          if strength >= minimum { body(LexiconCandidate(image.entries[index], index, strength)) }
        }
      }
    }
  }
}

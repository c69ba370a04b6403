public import StageKit

extension Lexicon {
  /// Reports every match in the range, in document order: by start, the longer first.
  ///
  /// Matches begin and end at word boundaries. Case, diacritics, hyphens, apostrophes and a single space or line break
  /// between words make no difference to what is found, only to the strength. Matches overlap and nest; who wants one
  /// reading chooses.
  /// - Parameter range: must lie inside the text and on scalar boundaries. A name that goes across its end is not found.
  /// - Parameter minimum: weaker candidates are left out, and matches that have no others.
  public func forEachMatch(
    in text: Text, _ range: TextRange, minimum: MatchStrength = .folded, _ body: (LexiconMatch) -> Void
  ) {
    precondition(range.end <= text.count, "the range \(range) reaches outside the text, which has \(text.count) bytes")
    text.bytes.withUnsafeBufferPointer { bytes in
      withExtendedLifetime(self) { Scanner.scan(image, bytes, range, minimum, body) }
    }
  }

  /// What a whole name stands for, in the order in which the lexicon was built; empty if the lexicon does not know it.
  public func lookUp(_ name: String, minimum: MatchStrength = .folded) -> [LexiconCandidate] {
    var name = name
    return name.withUTF8 { lookUp($0, 0, $0.count, minimum) }
  }

  /// What the words of a stretch of text stand for, as a whole; spaces and breaks around and between them do not matter.
  /// - Parameter range: must lie inside the text and on scalar boundaries.
  public func lookUp(in text: Text, _ range: TextRange, minimum: MatchStrength = .folded) -> [LexiconCandidate] {
    precondition(range.end <= text.count, "the range \(range) reaches outside the text, which has \(text.count) bytes")
    return text.bytes.withUnsafeBufferPointer { lookUp($0, range.start, range.end, minimum) }
  }

  private func lookUp(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ minimum: MatchStrength
  ) -> [LexiconCandidate] {
    guard let text = bytes.baseAddress, bytes.count < Int(UInt32.max) else { return [] }
    return withExtendedLifetime(self) {
      var tokeniser = Tokeniser(bytes, start, end)
      var path: [Token] = []
      var traits = TokenTraits()
      var node: UInt32 = 0
      var token = Token()
      while tokeniser.next(&token) {
        let slot = image.slot(of: token, in: text)
        guard slot != Token.unknown, path.count < image.depth else { return [] }
        node = path.isEmpty ? image.tokens[Int(slot)].root : image.child(of: node, by: slot)
        guard node != 0 else { return [] }
        path.append(token)
        traits.append(token.traits)
      }
      guard node != 0 else { return [] }
      let record = image.nodes[Int(node)]
      let judge = StrengthJudge(image: image, text: text)
      return path.withUnsafeBufferPointer { path in
        (Int(record.firstEntry)..<Int(record.firstEntry) + Int(record.entryCount)).compactMap { index in
          let strength = judge.strength(of: path, traits, against: image.entries[index])
          return strength >= minimum ? LexiconCandidate(image.entries[index], index, strength) : nil
        }
      }
    }
  }
}

import TextKit

/// Tells how far a stretch of text agrees with a form that folds to the same tokens.
struct StrengthJudge {
  let image: LexiconImage
  let text: UnsafePointer<UInt8>

  /// - Parameter path: the tokens of the text.
  /// - Parameter traits: those of all of them.
  @inline(__always) func strength(
    of path: UnsafeBufferPointer<Token>, _ traits: TokenTraits, against entry: EntryRecord
  ) -> MatchStrength {
    if (traits.marks | entry.marks) & TokenTraits.complex == 0 {
      if traits.markSum == entry.markSum { return traits.capitals == entry.capitals ? .exact : .letterCase }
      if traits.marks & ~entry.marks != 0 { return .conflicting }
      if traits.marks == 0 { return .folded }
    }
    return strengthByToken(of: path, against: image.utf8(entry.surface))
  }

  private func strengthByToken(
    of path: UnsafeBufferPointer<Token>, against surface: UnsafeBufferPointer<UInt8>
  ) -> MatchStrength {
    guard let form = surface.baseAddress else { return .folded }
    var tokeniser = Tokeniser(surface, 0, surface.count)
    var formToken = Token()
    var weakest = MatchStrength.exact
    for token in path {
      guard tokeniser.next(&formToken) else { return .folded }
      if !token.isWord { continue }
      weakest = min(weakest, strength(token, formToken, form))
      if weakest == .conflicting { break }
    }
    return weakest
  }

  private func strength(_ token: Token, _ formToken: Token, _ form: UnsafePointer<UInt8>) -> MatchStrength {
    let start = Int(token.start)
    let count = Int(token.end) - start
    let formStart = Int(formToken.start)
    if count == Int(formToken.end) - formStart, haveSameBytes(text + start, form + formStart, count) { return .exact }
    let signature = LetterSignature(text, start, start + count)
    let formSignature = LetterSignature(form, formStart, Int(formToken.end))
    if signature.isUnclear || formSignature.isUnclear {
      return slowStrength(
        UnsafeBufferPointer(start: text + start, count: count),
        UnsafeBufferPointer(start: form + formStart, count: Int(formToken.end) - formStart))
    }
    return signature.strength(against: formSignature)
  }

  /// For words with letters outside the Latin table.
  private func slowStrength(
    _ word: UnsafeBufferPointer<UInt8>, _ form: UnsafeBufferPointer<UInt8>
  ) -> MatchStrength {
    // String equality is canonical equivalence.
    let word = String(decoding: word, as: UTF8.self)
    let form = String(decoding: form, as: UTF8.self)
    if word == form { return .exact }
    if Folding.key(word, .letterCase) == Folding.key(form, .letterCase) { return .letterCase }
    if Folding.key(word, .tonePlacement) == Folding.key(form, .tonePlacement) { return .tonePlacement }
    return .folded
  }
}

/// Whether two stretches of bytes are the same.
///
/// They are short: a call of `memcmp` costs more than the comparison.
@inline(__always) private func haveSameBytes(
  _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int
) -> Bool {
  let first = UnsafeRawPointer(first)
  let second = UnsafeRawPointer(second)
  if count >= 8 {
    var offset = 0
    while offset + 8 < count {
      if first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    return first.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      == second.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }
  for offset in 0..<count
  where first.load(fromByteOffset: offset, as: UInt8.self) != second.load(fromByteOffset: offset, as: UInt8.self) {
    return false
  }
  return true
}

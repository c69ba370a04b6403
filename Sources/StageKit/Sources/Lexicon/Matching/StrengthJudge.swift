import Glibc
import TextKit

/// Tells how far a stretch of text agrees with a form that folds to the same tokens.
struct StrengthJudge {
  let image: LexiconImage
  let text: UnsafePointer<UInt8>

  /// - Parameter path: the tokens of the text.
  /// - Parameter marks: the union of their marks.
  @inline(__always) func strength(
    of path: UnsafeBufferPointer<Token>, marks: UInt16, against entry: EntryRecord
  ) -> MatchStrength {
    if (marks | entry.marks) & Token.complex == 0 {
      if marks & ~entry.marks != 0 { return .conflicting }
      if marks == 0, entry.marks != 0 { return .folded }
    }
    let surface = image.utf8(entry.surface)
    let start = Int(path[0].start)
    let count = Int(path[path.count - 1].end) - start
    if count == surface.count, let form = surface.baseAddress, memcmp(text + start, form, count) == 0 {
      return .exact
    }
    return strengthByToken(of: path, against: surface)
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
    if count == Int(formToken.end) - formStart, memcmp(text + start, form + formStart, count) == 0 { return .exact }
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

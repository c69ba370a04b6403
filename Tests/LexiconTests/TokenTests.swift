import TestSupport
import Testing
import TextKit

@testable import Lexicon

@Suite struct TokenTests {
  private static func key(_ word: String) -> [UInt8]? {
    Array(word.utf8).withUnsafeBufferPointer { bytes in
      var tokeniser = Tokeniser(bytes, 0, bytes.count)
      var token = Token()
      guard tokeniser.next(&token), token.isWord, Int(token.end) == bytes.count, let start = bytes.baseAddress else {
        return nil
      }
      return TokenKey.foldedBytes(start, 0, bytes.count)
    }
  }

  @Test func everyLetterFoldsAsTextKitFoldsIt() {
    for value in UInt32(0x41)..<0x3000 {
      guard let scalar = Unicode.Scalar(value), ScalarClass(scalar) == .word else { continue }
      for text in ["\(scalar)", "a\(scalar)n", "a\(scalar)\u{301}", "\(scalar)\u{323}\u{302}i"] {
        let key = Self.key(text)
        #expect(key == Array(Folding.key(text, .diacritics).utf8), "\(text) U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: 0..<100)
  func aWordHasTheSameKeyInEveryNormalForm(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aăâeêioôơuưyđĐẾộàÁữßæñç字яéçœ".unicodeScalars)
    let scalars = (0..<Int.random(in: 1...24, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }
    let word = Normaliser.normalise(String(String.UnicodeScalarView(scalars)), .nfc)
    #expect(Self.key(word) == Self.key(Normaliser.normalise(word, .nfd)), "\(word)")
  }
}

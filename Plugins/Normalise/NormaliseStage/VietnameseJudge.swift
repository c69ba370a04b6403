import StageKit
import TextKit

/// Decides whether a word that has the form of a Vietnamese syllable is meant as one.
///
/// Inside a Vietnamese stretch it is. Elsewhere, and where no stage has found languages yet, the word's own letters and
/// the two words on each side decide; in doubt nothing is changed.
struct VietnameseJudge {
  private static let neighbours = 2

  private let text: Text
  private let places: LanguagePlaces

  init(_ text: Text, _ places: LanguagePlaces) {
    self.text = text
    self.places = places
  }

  /// Whether to move the tone mark of the syllable at `range`.
  func acceptsToneMark(at range: TextRange) -> Bool {
    switch places.verdict(at: range.start) {
    case .vietnamese: return true
    case .english, .other: return false
    case .unknown: break
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      let reader = WordReader(bytes)
      let word = reader.word(around: range)
      if reader.signs(word).isVietnameseOnly { return true }
      let near = reader.neighbours(of: word, Self.neighbours)
      if near.contains(where: { reader.isMarkedSyllable($0) }) { return true }
      // “Thanh Hoá”: a name of two words.
      return reader.isCapitalised(word)
        && reader.neighbours(of: word, 1).contains { reader.isCapitalised($0) && reader.isPlainSyllable($0) }
    }
  }

  /// Whether to put Đ in place of the letter at `range`, which would make a Vietnamese syllable of its word.
  func acceptsLookAlike(at range: TextRange) -> Bool {
    switch places.verdict(at: range.start) {
    case .vietnamese: return true
    case .other: return false
    case .english, .unknown: break
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      let reader = WordReader(bytes)
      let word = reader.word(around: range)
      let signs = reader.signs(word)
      if signs.isVietnameseOnly { return true }
      // Icelandic words do not begin with eth; Ewe words begin with its look-alike.
      let value = UTF8Decode.scalar(bytes, at: range.start).value
      let isEth = value == 0xD0 || value == 0xF0
      if isEth, signs.hasMarks { return true }
      let near = reader.neighbours(of: word, Self.neighbours)
      if near.contains(where: { reader.isMarkedSyllable($0) }) { return true }
      return value == 0xD0 && near.allSatisfy { !reader.signs($0).hasMarks }
    }
  }
}

/// What the rules know of words, with every answer kept: a document costs few look-ups in the word lists.
///
/// One thread at a time uses it; ``WordBooks`` hands it out.
final class WordBook {
  private let lists: WordLists
  private var knowledge = WordCache()
  private var splits = WordCache()
  /// Why a list could not be loaded; the rules see every word as known from then on, and the editor throws it.
  private(set) var failure: (any Error)?

  init(_ lists: WordLists) { self.lists = lists }

  /// Whether English has the word; British spellings count. Letters in the case in which they are written.
  func isEnglish(_ word: Bytes) -> Bool { knows(word).contains(.english) }
  func isVietnamese(_ word: Bytes) -> Bool { knows(word).contains(.vietnamese) }
  func isKnown(_ word: Bytes) -> Bool { !knows(word).isEmpty }

  func isEnglish(_ word: [UInt8]) -> Bool { word.withUnsafeBufferPointer { isEnglish($0) } }

  /// The word in lower case, if it is ASCII, is English.
  func isEnglishInLowerCase(_ word: Bytes) -> Bool {
    isEnglish(word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
  }

  /// Where the second word starts in a lower-case word of English letters that is two words, or 0. Kept.
  func englishSplit(_ word: Bytes) -> Int {
    guard 5...WordLists.longestWord ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 }),
      EnglishSplitter.shared.mayBeGlued(word)
    else { return 0 }
    if let kept = splits.answer(for: word) { return Int(kept) }
    let found = EnglishSplitter.shared.split(word, self)
    splits.keep(UInt8(found), for: word)
    return found
  }

  /// Where the second syllable starts in a lower-case word of Vietnamese letters that is two syllables, or 0. Kept.
  func vietnameseSplit(_ word: Bytes) -> Int {
    guard 6...WordLists.longestWord ~= word.count else { return 0 }
    if let kept = splits.answer(for: word) { return Int(kept) }
    let found = VietnameseSplitter.split(word, self)
    splits.keep(UInt8(found), for: word)
    return found
  }

  private func knows(_ word: Bytes) -> WordKnowledge {
    if let kept = knowledge.answer(for: word) { return WordKnowledge(rawValue: kept) }
    guard 1...WordLists.longestWord ~= word.count, !word.contains(0) else { return [] }
    let letters = Array(word)
    var result = look(letters)
    if !result.contains(.english), letters.count >= 4, letters.allSatisfy({ 0x61...0x7A ~= $0 }),
      BritishSpelling.hasKnownVariant(letters, { look($0).contains(.english) })
    {
      result.insert(.english)
    }
    knowledge.keep(result.rawValue, for: word)
    return result
  }

  private func look(_ word: [UInt8]) -> WordKnowledge {
    do {
      return try lists.knowledge(of: word)
    } catch {
      failure = error
      return [.english, .vietnamese]
    }
  }
}

/// What the rules know of words, with every answer kept: a document costs few look-ups in the word lists.
///
/// One thread at a time uses it; ``WordBooks`` hands it out.
final class WordBook {
  private let lists: WordLists
  private var knowledge = WordCache()
  /// English words are all ASCII and Vietnamese ones are not: one table serves both.
  private var splits = WordCache()
  /// Why a list could not be loaded; the rules see every word as known from then on, and the editor throws it.
  private(set) var failure: (any Error)?

  init(_ lists: WordLists) { self.lists = lists }

  /// Whether English has the word in the case in which it is written; British spellings count.
  func isEnglish(_ word: Bytes) -> Bool { knows(word).contains(.english) }
  func isVietnamese(_ word: Bytes) -> Bool { knows(word).contains(.vietnamese) }
  func isKnown(_ word: Bytes) -> Bool { !knows(word).isEmpty }

  func isEnglish(_ word: [UInt8]) -> Bool { word.withUnsafeBufferPointer { isEnglish($0) } }

  /// Whether the English list itself has the word; the answer is not kept.
  func englishListHas(_ word: [UInt8]) -> Bool { look(word).contains(.english) }
  func listsHave(_ word: [UInt8]) -> Bool { !look(word).isEmpty }

  /// Words of this document that needed the costly part of the decision.
  private var costly: Set<[UInt8]> = []
  private var mostCostly = 0
  /// Kept for a word that looked glued and is not.
  private static let rejected: UInt8 = 255

  /// Sets the bounds for a document of so many bytes: hostile text must not ask for one costly decision after another.
  func startDocument(bytes: Int) {
    costly.removeAll()
    mostCostly = 500 + bytes / 10_000
  }

  /// Where the second word starts in a lower-case word of English letters that is two words, or 0.
  func englishSplit(_ word: Bytes) -> Int {
    guard 5...WordLists.longestWord ~= word.count, word.allSatisfy({ 0x61...0x7A ~= $0 }),
      EnglishSplitter.shared.mayBeGlued(word)
    else { return 0 }
    if costly.count >= mostCostly, !admits(word) { return 0 }
    if let kept = splits.answer(for: word) {
      guard kept > 0, admits(word) else { return 0 }
      return kept == Self.rejected ? 0 : Int(kept)
    }
    let place = EnglishSplitter.shared.likelySplit(word, self)
    guard place == 0 || admits(word) else { return 0 }
    let isSure = place > 0 && EnglishSplitter.shared.isSure(word, place, self)
    splits.keep(place > 0 && !isSure ? Self.rejected : UInt8(place), for: word)
    return isSure ? place : 0
  }

  /// Whether the document may still ask for this costly decision; the same for each run over it.
  private func admits(_ word: Bytes) -> Bool {
    let letters = Array(word)
    if costly.contains(letters) { return true }
    guard costly.count < mostCostly else { return false }
    costly.insert(letters)
    return true
  }

  /// Where the second syllable starts in a lower-case word of Vietnamese letters that is two syllables, or 0.
  func vietnameseSplit(_ word: Bytes) -> Int {
    guard 6...VietnameseSplitter.longestWord ~= word.count, word.contains(where: { $0 >= 0x80 }) else { return 0 }
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
    if result.isEmpty, letters.count >= 4, letters.allSatisfy({ 0x61...0x7A ~= $0 }),
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

/// A small answer for each word that was asked about: an open hash table over one buffer of word bytes.
struct WordCache {
  private struct Slot {
    var hash: UInt64 = 0
    var offset: UInt32 = 0
    var length: UInt8 = 0
    var answer: UInt8 = 0
  }

  /// So many words, and it starts anew: hostile input must not fill the memory.
  private static let mostWords = 1 << 19

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var arena: [UInt8] = []
  private var count = 0

  /// The answer kept for the word, or `nil`.
  func answer(for word: Bytes) -> UInt8? {
    let hash = Self.hash(word)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].length != 0 {
      if slots[index].hash == hash, holds(slots[index], word) { return slots[index].answer }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Keeps an answer for a word of 1 to 255 bytes that has none yet.
  mutating func keep(_ answer: UInt8, for word: Bytes) {
    guard 1...255 ~= word.count else { return }
    if count >= Self.mostWords { self = WordCache() }
    if count * 2 >= slots.count { grow() }
    let slot = Slot(
      hash: Self.hash(word), offset: UInt32(arena.count), length: UInt8(word.count), answer: answer)
    arena.append(contentsOf: word)
    place(slot)
    count += 1
  }

  private func holds(_ slot: Slot, _ word: Bytes) -> Bool {
    guard Int(slot.length) == word.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for index in 0..<word.count where arena[Int(slot.offset) + index] != word[index] { return false }
      return true
    }
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[index].length != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.length != 0 { place(slot) }
  }

  /// Eight bytes at a time, multiplied and folded.
  private static func hash(_ word: Bytes) -> UInt64 {
    var hash = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < word.count {
      var piece: UInt64 = 0
      if word.count - index >= 8 {
        piece = UnsafeRawPointer(word.baseAddress! + index).loadUnaligned(as: UInt64.self)
      } else {
        for tail in index..<word.count { piece = piece << 8 | UInt64(word[tail]) }
      }
      hash = (hash ^ piece) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      index += 8
    }
    return hash
  }
}

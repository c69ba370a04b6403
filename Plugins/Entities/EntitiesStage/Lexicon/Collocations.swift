import Lexicon

/// Pairs of neighbouring words in Vietnamese names of organisations, and in terms of the field.
///
/// Only the first syllable of a Vietnamese word takes a capital: *Kiểm soát bệnh tật*, *Kế hoạch và Đầu tư*. Whether a
/// small letter continues the name or begins the rest of the sentence, these pairs tell.
struct Collocations: Sendable {
  private var slots: [UInt32]
  private let mask: Int

  /// Names beyond this many teach nothing new.
  private static let limit = 20_000

  init(_ lexicon: Lexicon, _ classes: UnsafePointer<Vocabulary.ConceptClass>) {
    slots = Array(repeating: 0, count: 1 << 16)
    mask = slots.count - 1
    var read = 0
    for concept in 0..<lexicon.conceptCount {
      let kind = classes[lexicon.typeIndex(of: concept)]
      guard kind != .place else { continue }
      for form in lexicon.forms(of: concept) where form.language == .vietnamese || form.kind == .other {
        learn(form.text)
        read += 1
      }
      if read > Self.limit { break }
    }
    for pattern in 0..<min(lexicon.patternCount, Self.limit) {
      for case .literal(let text) in lexicon.pattern(pattern).segments { learn(text) }
    }
  }

  private mutating func learn(_ name: String) {
    var previous: UInt64?
    for word in name.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }) {
      let hash = WordTable.hash(String(word))
      if let previous { insert(Self.key(previous, hash)) }
      previous = hash
    }
  }

  private static func key(_ first: UInt64, _ second: UInt64) -> UInt32 {
    let mixed = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    return max(1, UInt32(truncatingIfNeeded: mixed >> 32))
  }

  private mutating func insert(_ key: UInt32) {
    var slot = Int(key) & mask
    // A full table would be searched for ever; a sixteenth is left free.
    for _ in 0..<64 {
      if slots[slot] == key { return }
      if slots[slot] == 0 {
        slots[slot] = key
        return
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether the second word follows the first in some name.
  ///
  /// Hashes are of the words in small letters.
  func contains(_ first: UInt64, _ second: UInt64) -> Bool {
    let key = Self.key(first, second)
    var slot = Int(key) & mask
    for _ in 0..<64 {
      if slots[slot] == key { return true }
      if slots[slot] == 0 { return false }
      slot = (slot + 1) & mask
    }
    return false
  }
}

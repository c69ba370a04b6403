internal import CHunspell

/// One Hunspell dictionary.
///
/// Not safe for use from two threads at once; ``WordLists`` holds it behind a lock.
final class Hunspell {
  private let handle: OpaquePointer

  /// Loads a dictionary; `nil` if it does not know `probe`, which is how Hunspell shows that it could not read the files.
  init?(affixes: String, words: String, probe: String) {
    guard let handle = Hunspell_create(affixes, words) else { return nil }
    self.handle = handle
    guard Hunspell_spell(handle, probe) != 0 else { return nil }
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether the dictionary has the word, in this case; `word` is UTF-8 and ends with NUL.
  func accepts(_ word: [UInt8]) -> Bool {
    word.withUnsafeBytes { bytes in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return false }
      return Hunspell_spell(handle, start) != 0
    }
  }
}

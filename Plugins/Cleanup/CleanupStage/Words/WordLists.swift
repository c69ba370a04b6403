import StageKit
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The word lists of English and Vietnamese, loaded when the first word is asked for.
final class WordLists: Sendable {
  /// Longest word, in bytes, that is looked up; Hunspell's own limit is a little higher.
  static let longestWord = 60

  private struct Loaded {
    let english: Hunspell
    let vietnamese: Hunspell
  }

  private let folder: String
  private let loaded = Mutex<Loaded?>(nil)

  /// - Throws: `SetupError` that says what to install if a file is missing.
  init(in folder: String) throws {
    for (name, package) in [("en_US", "hunspell-en-us"), ("vi_VN", "hunspell-vi")] {
      for suffix in ["aff", "dic"] where access("\(folder)/\(name).\(suffix)", R_OK) != 0 {
        throw SetupError(
          "The stage “cleanup” needs the word list \(folder)/\(name).\(suffix), which cannot be read. Install it with "
            + "“apt-get install \(package)”, or switch off the rules that need word lists: rules-off: ["
            + AllRules.needingWords.joined(separator: ", ") + "].")
      }
    }
    self.folder = folder
  }

  /// Which lists have the word as it is written; loads them if need be.
  /// - Throws: `SetupError` if a list cannot be loaded.
  func knowledge(of word: [UInt8]) throws -> WordKnowledge {
    var terminated = word
    terminated.append(0)
    return try loaded.withLock { loaded in
      let lists = try loaded ?? load()
      if loaded == nil { loaded = lists }
      var result: WordKnowledge = []
      // The English list has next to no word with other letters than ASCII.
      if word.allSatisfy({ $0 < 0x80 }), lists.english.accepts(terminated) { result.insert(.english) }
      if lists.vietnamese.accepts(terminated) { result.insert(.vietnamese) }
      return result
    }
  }

  private func load() throws -> Loaded {
    func list(_ name: String, probe: String) throws -> Hunspell {
      guard let list = Hunspell(affixes: "\(folder)/\(name).aff", words: "\(folder)/\(name).dic", probe: probe) else {
        throw SetupError("The word list \(folder)/\(name).dic cannot be loaded, or does not know “\(probe)”.")
      }
      return list
    }
    return Loaded(
      english: try list("en_US", probe: "information"), vietnamese: try list("vi_VN", probe: "người"))
  }
}

/// Which word lists have a word.
struct WordKnowledge: OptionSet, Sendable {
  let rawValue: UInt8

  static let english = WordKnowledge(rawValue: 1)
  static let vietnamese = WordKnowledge(rawValue: 2)
}

import TextKit

/// Every legal syllable, found by asking: each onset with each string of vowels and each coda, each tone on each vowel.
///
/// The strings come from the alphabet, not from the tables under test.
enum AllSyllables {
  static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
    "qu",
    "r", "s", "t", "th", "tr", "v", "x",
  ]
  static let codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
  static let vowels: [Character] = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  private static let toned: [Character: [Character]] = Dictionary(
    uniqueKeysWithValues: [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
      "yỳỷỹýỵ",
    ].map { ($0[$0.startIndex], Array($0)) })

  /// In lower case and NFC, with every place of the tone that is legal.
  static let list: [String] = {
    var found: Set<String> = []
    let clusters =
      vowels.map { [$0] } + vowels.flatMap { one in vowels.map { [one, $0] } }
      + vowels.flatMap { one in vowels.flatMap { two in vowels.map { [one, two, $0] } } }
    for onset in onsets {
      for cluster in clusters {
        for coda in codas {
          // A coda rules out most clusters; asking first without regard to tone saves most of the work.
          let plain = Folding.key(onset + String(cluster) + coda, .diacritics)
          guard Vietnamese.isPlainSyllable(plain) else { continue }
          for position in cluster.indices {
            for form in toned[cluster[position]] ?? [] {
              var letters = cluster
              letters[position] = form
              let syllable = onset + String(letters) + coda
              if Vietnamese.isSyllable(syllable) { found.insert(syllable) }
            }
          }
        }
      }
    }
    return found.sorted()
  }()
}

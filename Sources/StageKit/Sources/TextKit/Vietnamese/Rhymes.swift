/// The onsets and rhymes of Vietnamese orthography, and which of them go together.
///
/// Rhymes are those of the standard spelling tables, checked against the word list of hunspell-vi, with the few
/// that occur only in sound words and loan words (`oong`, `ôông`, `uyp`). Spelling by the Ministry of Education's rules
/// of 1980; both `i` and `y` stand for /i/ in an open syllable behind h, k, l, m, n, qu, s, t, th, v.
enum Rhymes {
  /// A rhyme: medial glide, nucleus and coda, as written.
  struct Rhyme: Equatable {
    let glide: String
    let nucleus: String
    let coda: String

    var spelling: String { glide + nucleus + coda }
    /// Ends in a stop, which allows only the tones sắc and nặng.
    var isStopped: Bool { ["c", "ch", "p", "t"].contains(coda) }
    /// Ends in a vowel.
    var isOpen: Bool { ["", "i", "o", "u", "y"].contains(coda) }
  }

  static let onsets = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r",
    "s", "t", "th", "tr", "v", "x",
  ]

  /// Glide, nucleus, codas; `-` is the open rhyme.
  private static let table: [(glide: String, nucleus: String, codas: String)] = [
    ("", "a", "- c ch i m n ng nh o p t u y"),
    ("", "ă", "c m n ng p t"),
    ("", "â", "c m n ng p t u y"),
    ("", "e", "- c m n ng o p t"),
    ("", "ê", "- ch m n nh p t u"),
    ("", "i", "- ch m n nh p t u"),
    ("", "ia", "-"),
    ("", "iê", "c m n ng p t u"),
    ("", "o", "- c i m n ng p t"),
    ("", "oo", "c ng"),
    ("", "ô", "- c i m n ng p t"),
    ("", "ôô", "c ng"),
    ("", "ơ", "- i m n p t"),
    ("", "u", "- c i m n ng p t"),
    ("", "ua", "-"),
    ("", "uô", "c i m n ng t"),
    ("", "ư", "- c i m n ng t u"),
    ("", "ưa", "-"),
    ("", "ươ", "c i m n ng p t u"),
    ("", "y", "- ch nh t"),
    ("", "yê", "m n ng t u"),
    ("o", "a", "- c ch i m n ng nh o p t y"),
    ("o", "ă", "c m n ng p t"),
    ("o", "e", "- m n ng o t"),
    ("u", "â", "n ng t y"),
    ("u", "ê", "- ch n nh t u"),
    ("u", "ơ", "-"),
    ("u", "y", "- ch n nh p t u"),
    ("u", "ya", "-"),
    ("u", "yê", "n t"),
  ]

  /// What stands behind `qu`, which holds the glide.
  private static let behindQu: [(nucleus: String, codas: String)] = [
    ("a", "- c ch i m n ng nh o p t u y"),
    ("ă", "c m n ng p t"),
    ("â", "n ng t u y"),
    ("e", "- c m n ng o p t"),
    ("ê", "- ch n nh t u"),
    ("i", "- n nh t u"),
    ("ô", "- c"),
    ("ơ", "- i n t"),
    ("y", "- ch nh t"),
    ("yê", "n t"),
  ]

  /// Loan words with a labial onset before a glide, which native words never have.
  private static let labialLoans: Set<String> = ["boa", "buyt", "moay", "phuy", "voan"]

  static let all: [Rhyme] = table.flatMap { row in
    row.codas.split(separator: " ").map { coda in
      Rhyme(glide: row.glide, nucleus: row.nucleus, coda: coda == "-" ? "" : String(coda))
    }
  }

  /// Every legal pair of onset and rhyme, by index into ``onsets`` and ``all``.
  static let legalPairs: [(onset: Int, rhyme: Int)] = onsets.indices.flatMap { onset in
    all.indices.compactMap { areLegal(onsets[onset], all[$0]) ? (onset, $0) : nil }
  }

  /// How the pair is written: an onset `gi` swallows the `i` of its rhyme.
  static func spelling(_ onset: String, _ rhyme: Rhyme) -> String {
    let spelling = rhyme.spelling
    return onset == "gi" && spelling.hasPrefix("i") ? onset + spelling.dropFirst() : onset + spelling
  }

  private static func areLegal(_ onset: String, _ rhyme: Rhyme) -> Bool {
    if onset == "qu" { return behindQu(rhyme) }
    let first = rhyme.spelling.prefix(1)
    if first == "y" {
      if rhyme.nucleus == "yê" { return onset.isEmpty }
      guard rhyme.coda.isEmpty else { return false }
      return ["", "h", "k", "l", "m", "n", "s", "t", "th", "v"].contains(onset)
    }
    let isFront = ["i", "e", "ê"].contains(first)
    let hasGlide = !rhyme.glide.isEmpty
    switch onset {
    case "": return rhyme.nucleus != "iê"
    case "k", "gh", "ngh": return isFront
    case "c": return !isFront && !hasGlide
    case "g": return !isFront && (!hasGlide || rhyme.spelling == "oa")
    case "ng": return !isFront
    // What is written gia and giu has the rhymes a and u: gìa is no syllable. The one word gịa (giặt gịa) is lost.
    case "gi": return !hasGlide && rhyme.spelling != "ia" && rhyme.spelling != "iu"
    case "b", "m", "p", "ph", "v": return !hasGlide || labialLoans.contains(onset + rhyme.spelling)
    default: return true
    }
  }

  private static func behindQu(_ rhyme: Rhyme) -> Bool {
    guard rhyme.glide.isEmpty else { return false }
    return behindQu.contains { row in
      row.nucleus == rhyme.nucleus
        && row.codas.split(separator: " ").contains { $0 == (rhyme.coda.isEmpty ? "-" : rhyme.coda) }
    }
  }

  /// Where the tone stands in the rhyme, counted in letters.
  ///
  /// On the letter with a circumflex, breve or horn, the last if there are two; else on the last vowel before a final
  /// consonant; else on the second of three vowels; else on the first of two, but for `oa`, `oe` and `uy`, where the
  /// modern style prefers the second.
  static func tonePosition(_ rhyme: Rhyme, _ placement: TonePlacement) -> Int {
    let letters = Array(rhyme.spelling)
    if let marked = letters.lastIndex(where: { "ăâêôơư".contains($0) }) { return marked }
    let vowels = letters.prefix { "aeiouy".contains($0) }.count
    if vowels < letters.count { return vowels - 1 }
    switch vowels {
    case 1: return 0
    case 3: return 1
    default: return placement == .modern && !rhyme.glide.isEmpty ? 1 : 0
    }
  }
}

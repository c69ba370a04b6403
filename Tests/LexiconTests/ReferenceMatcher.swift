import Lexicon
import StageKit
import TextKit

/// The rules of matching once more, as plainly as they can be written: scalars, strings, every form tried everywhere.
struct ReferenceMatcher {
  struct Word: Equatable {
    var text: String
    var key: String
    var start: Int
    var end: Int
    var isWord: Bool
    var isBreakBefore: Bool
    var isStart: Bool
  }

  private let forms: [(text: String, words: [Word])]
  private var longest: Int { forms.map(\.words.count).max() ?? 0 }

  init(_ forms: [String]) {
    self.forms = forms.map { (Normaliser.normalise($0, .nfc), Self.words(Normaliser.normalise($0, .nfc))) }
  }

  /// Lines such as `3..<9 2 exact, 5 folded`: range, then number of form and strength.
  func matches(_ text: String, minimum: MatchStrength) -> [String] {
    let words = Self.words(text)
    var lines: [String] = []
    for start in words.indices where words[start].isStart {
      for end in (start..<min(words.count, start + longest)).reversed() {
        let path = words[start...end]
        if path.dropFirst().contains(where: \.isBreakBefore) { continue }
        let found = forms.indices.compactMap { index -> String? in
          guard forms[index].words.count == path.count, forms[index].words.map(\.key) == path.map(\.key) else {
            return nil
          }
          let strength = zip(path, forms[index].words).map { Self.strength($0, $1) }.min() ?? .exact
          return strength >= minimum ? "\(index) \(strength)" : nil
        }
        if !found.isEmpty {
          lines.append("\(words[start].start)..<\(words[end].end) " + found.joined(separator: ", "))
        }
      }
    }
    return lines
  }

  static func words(_ text: String) -> [Word] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + String(scalar).utf8.count) }
    var words: [Word] = []
    var index = 0
    // What stands between the word before and this place.
    var gap = ""
    while index < scalars.count {
      let scalar = scalars[index]
      let before = words.last?.isWord == true
      var end = index
      while end < scalars.count, isLetter(scalars[end]) { end += 1 }
      let isWord = end > index
      if !isWord {
        let isJoin =
          scalar == "-" || scalar == "–"
          ? before && !gap.contains(where: { "-–\n\t".contains($0) || $0 == "\r\n" }) && gap.count { $0 == " " } < 2
          : (scalar == "'" || scalar == "’") && before && gap.isEmpty
        if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" || isJoin {
          gap.unicodeScalars.append(scalar)
          index += 1
          continue
        }
        end = index + 1
      }
      let string = String(String.UnicodeScalarView(scalars[index..<end]))
      words.append(
        Word(
          text: string,
          key: isWord ? folded(string) : string == "’" ? "'" : string == "–" ? "-" : string,
          start: offsets[index], end: offsets[end], isWord: isWord, isBreakBefore: isBreak(gap),
          isStart: !(isWord && string.lowercased() == "s" && (gap == "'" || gap == "’"))))
      gap = ""
      index = end
    }
    return words
  }

  private static func folded(_ word: String) -> String {
    let scalars = Normaliser.normalise(word.lowercased(), .nfd).unicodeScalars.filter {
      !(0x300...0x36F).contains($0.value)
    }
    return String(String.UnicodeScalarView(scalars.map { $0 == "đ" ? "d" : $0 }))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || (0x300...0x36F).contains(scalar.value)
  }

  private static func isBreak(_ gap: String) -> Bool {
    // A dash takes the spaces before it along.
    let tail = gap.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.last ?? ""
    let lines = gap.count { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    return gap.contains("\t") || lines > 1 || (lines == 0 && tail.count { $0 == " " } > 1)
  }

  private static func strength(_ word: Word, _ form: Word) -> MatchStrength {
    if !word.isWord || word.text == form.text { return .exact }
    if word.text.lowercased() == form.text.lowercased() { return .letterCase }
    let (letters, tones) = parts(word.text)
    let (formLetters, formTones) = parts(form.text)
    let sameTone = tones.count == 1 && formTones.count == 1 && tones[0].tone == formTones[0].tone
    if letters == formLetters, sameTone { return .tonePlacement }
    let keptShapes = zip(letters, formLetters).allSatisfy { $0 == $1 || $0.count == 1 }
    let keptTones = tones.allSatisfy { tone in formTones.contains { $0 == tone } }
    // A stroke is part of the letter; without it the letter is plain.
    return keptShapes && (keptTones || sameTone) ? .folded : .conflicting
  }

  /// Letters with their marks but for tones, in lower case; and the tones with the number of their letter.
  private static func parts(_ text: String) -> ([String], [(letter: Int, tone: UInt32)]) {
    var letters: [String] = []
    var tones: [(letter: Int, tone: UInt32)] = []
    for scalar in Normaliser.normalise(text.lowercased(), .nfd).unicodeScalars {
      switch scalar.value {
      case 0x300, 0x301, 0x303, 0x309, 0x323: tones.append((letters.count - 1, scalar.value))
      case 0x302, 0x306, 0x31B: letters[letters.count - 1].unicodeScalars.append(scalar)
      case 0x111: letters.append("d/")
      default: letters.append(String(scalar))
      }
    }
    return (letters.map { Array($0.unicodeScalars).map { String($0) }.joined(separator: "_") }, tones)
  }
}

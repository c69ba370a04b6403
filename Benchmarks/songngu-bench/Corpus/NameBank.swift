import Lexicon
import StageKit

/// Names of the glossary, to put in the place of others of the same kind and length.
struct NameBank {
  struct Key: Hashable {
    /// Of the concept: `province`, `ngo`, `term`.
    let type: String
    let form: FormKind
    let words: Int
  }

  private let lexicon: Lexicon
  private var names: [Key: [String]] = [:]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    for index in 0..<lexicon.conceptCount {
      for form in lexicon.forms(of: index) where !form.isCautious {
        names[key(index, form.kind, form.text), default: []].append(form.text)
      }
    }
  }

  private func key(_ concept: Int, _ form: FormKind, _ name: String) -> Key {
    Key(type: lexicon.type(of: concept), form: form, words: name.utf8.count { $0 == UInt8(ascii: " ") } + 1)
  }

  /// A name of the kind; `nil` if the glossary has none.
  func name(_ key: Key, _ random: inout SplitMix) -> String? { names[key].map { random.pick($0) } }

  /// The sentence, cut at the names in it: longest first, none over another.
  func template(_ sentence: String) -> SentenceTemplate {
    let text = Text(sentence)
    var segments: [SentenceTemplate.Segment] = []
    var end = 0
    lexicon.forEachMatch(in: text, text.range, minimum: .exact) { match in
      guard match.range.start >= end else { return }
      for candidate in match.candidates where !candidate.isCautious {
        guard case .concept(let index) = candidate.kind else { continue }
        segments.append(.literal(text[TextRange(end, match.range.start)]))
        let original = text[match.range]
        segments.append(.name(key(index, candidate.form, original), original: original))
        end = match.range.end
        return
      }
    }
    segments.append(.literal(text[TextRange(end, text.count)]))
    return SentenceTemplate(segments: segments)
  }
}

/// A sentence of a seed with places for names.
struct SentenceTemplate {
  enum Segment {
    case literal(String)
    case name(NameBank.Key, original: String)
  }

  let segments: [Segment]

  /// The sentence with three of four names swapped.
  func filled(_ bank: NameBank, _ random: inout SplitMix) -> String {
    var result = ""
    for segment in segments {
      switch segment {
      case .literal(let text): result += text
      case .name(let key, let original):
        result += random.below(4) == 0 ? original : bank.name(key, &random) ?? original
      }
    }
    return result
  }
}

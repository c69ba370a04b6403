import StageKit

/// Marks the language of every paragraph, and of the stretches of a paragraph that mixes languages.
struct LanguageAnnotator: Annotator {
  /// Margin, in hundredths of a nat, below which a paragraph is judged with its neighbours; so is one of names alone.
  private static let weakMargin: Int32 = 250
  /// What a neighbour's language is worth to such a paragraph.
  private static let neighbourBonus: Int32 = 400

  private let pool = FinderPool()

  func annotate(_ document: Document, _ context: StageContext) throws -> AnnotationResult {
    let ranges = Paragraphs.ranges(of: document)
    return try pool.withFinder { finder in
      try document.text.bytes.withUnsafeBufferPointer { bytes in
        finder.enter(bytes)
        var found: [[Stretch]] = []
        found.reserveCapacity(ranges.count)
        for (index, range) in ranges.enumerated() {
          if index & 0xFF == 0 { try context.checkCancelled() }
          found.append(finder.find(in: range))
        }
        return Self.result(ranges, found, bytes)
      }
    }
  }

  private static func result(
    _ ranges: [TextRange], _ found: [[Stretch]], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> AnnotationResult {
    var result = AnnotationResult()
    result.annotations.reserveCapacity(ranges.count)
    var sizes = LanguageScores.zero
    let following = languagesBehind(found)
    var before: Language?
    for (index, range) in ranges.enumerated() {
      let stretches = found[index]
      if isStrong(stretches) {
        for (number, piece) in StretchCutter.cut(range, stretches, bytes).enumerated() {
          let stretch = stretches[number]
          sizes[stretch.language] &+= Int32(clamping: piece.count)
          result.annotations.append(
            Annotation(
              .language, stretch.language.type, piece,
              rule: stretches.count == 1 ? "language.paragraph" : "language.stretch", score: confidence(stretch)))
        }
        before = stretches.last?.language
      } else {
        var scores = stretches.first?.scores ?? .zero
        scores &+= LanguageScores(0, -50, 0, -100)
        if let before { scores[before] += neighbourBonus }
        if let next = following[index] { scores[next] += neighbourBonus }
        let isAlone = before == nil && following[index] == nil
        let language = stretches.isEmpty && isAlone ? Language.other : scores.best
        let score = stretches.isEmpty && language == .other ? 0 : 0.5
        result.annotations.append(
          Annotation(.language, language.type, range, rule: "language.neighbours", score: score))
        // Such paragraphs count only where there is nothing better.
        if !stretches.isEmpty { sizes[language] &+= 1 }
      }
    }
    if sizes != .zero { result.metadata = [.init("language", .string(sizes.best.type))] }
    return result
  }

  private static func isStrong(_ stretches: [Stretch]) -> Bool {
    guard let first = stretches.first else { return false }
    return stretches.count > 1 || (first.scores.margin >= weakMargin && first.lowercase > 1)
  }

  /// For each paragraph, the language of the first strong one behind it.
  private static func languagesBehind(_ found: [[Stretch]]) -> [Language?] {
    var languages = [Language?](repeating: nil, count: found.count)
    var next: Language?
    for index in found.indices.reversed() {
      languages[index] = next
      if isStrong(found[index]) { next = found[index].first?.language }
    }
    return languages
  }

  /// From 0.5, where a second language is as likely, towards 1; three decimals.
  private static func confidence(_ stretch: Stretch) -> Double {
    var rivals = Int32.min
    for language in Language.allCases where language != stretch.language {
      rivals = max(rivals, stretch.scores[language])
    }
    let margin = Double(max(stretch.scores[stretch.language] - rivals, 0)) / 100
    return ((1 - 0.5 / ((1 + margin) * (1 + margin))) * 1000).rounded() / 1000
  }
}

import StageKit

/// Finds the runs of words in one language in a paragraph.
///
/// Each word speaks for the languages with the scores of its class. The best course through the paragraph is found with
/// Viterbi's method, where a change of language has a price: low behind a sentence, high inside a clause.
struct StretchFinder: @unchecked Sendable {  // one document at a time has it; FinderPool hands it on
  /// Words that are decided at once; a longer paragraph is cut there, so that memory stays small.
  private static let chunk = 16_384
  /// Price of a change by gap, in hundredths of a nat.
  private static let prices: [Int32] = [1000, 550, 300]
  /// A bit for each language, above the two bits of ``origins`` that name one.
  private static let laneBits = LanguageScores(4, 8, 16, 32)
  /// What makes a start in Vietnamese without diacritics, or in another language, less likely.
  private static let priors = LanguageScores(0, -100, 0, -150)

  private let scoreTable = WordClass.scoreTable
  private var scanner = WordScanner()
  private var words: [ScannedWord] = []
  /// For each word, the language that was best before it (two bits), and which languages were entered from it (a bit
  /// each) rather than kept.
  private var origins: [UInt8] = []

  init() {
    words.reserveCapacity(256)
    origins.reserveCapacity(256)
  }

  /// Goes on with another text, which must stay where it is as long as runs are found.
  mutating func enter(_ text: UnsafeBufferPointer<UInt8>) { scanner.enter(text) }

  /// The runs of a paragraph, in order; none if it has no word that says anything.
  mutating func find(in range: TextRange) -> [Stretch] {
    scanner.enter(range)
    var runs: [Stretch] = []
    var gap = ScannedWord.Gap.none
    while true {
      words.removeAll(keepingCapacity: true)
      while words.count < Self.chunk, var word = scanner.next() {
        // The gap before a word without a say is a gap before the next one that has.
        gap = max(gap, word.gap)
        guard word.class != .neutral else { continue }
        word.gap = gap
        gap = .none
        words.append(word)
      }
      if words.isEmpty { break }
      decide(&runs)
      if words.count < Self.chunk { break }
    }
    if !runs.isEmpty {
      runs[0].gapBefore = .sentence
      runs[runs.count - 1].gapAfter = .sentence
    }
    return settle(runs)
  }

  /// Runs Viterbi's method over ``words`` and appends the runs it finds.
  private mutating func decide(_ runs: inout [Stretch]) {
    origins.removeAll(keepingCapacity: true)
    var scores = Self.priors
    for word in words {
      let best = scores.best
      let entering = LanguageScores(repeating: scores[best] - Self.prices[Int(word.gap.rawValue)]) &+ Self.priors
      let changes = entering .> scores
      let entered = LanguageScores.zero.replacing(with: Self.laneBits, where: changes).wrappedSum()
      origins.append(UInt8(truncatingIfNeeded: entered) | UInt8(best.rawValue))
      scores = scores.replacing(with: entering, where: changes) &+ scoreTable[Int(word.class.rawValue)]
    }
    var language = scores.best
    // Backwards, each origin makes place for the language of its word.
    for index in origins.indices.reversed() {
      let origin = origins[index]
      origins[index] = UInt8(language.rawValue)
      if origin & 4 << UInt8(language.rawValue) != 0 { language = Language.allCases[Int(origin & 3)] }
    }
    collect(&runs)
  }

  /// Makes runs of the words, whose languages are in ``origins``, and appends them.
  private func collect(_ runs: inout [Stretch]) {
    var index = 0
    while index < words.count {
      let first = words[index]
      let language = origins[index]
      var run = Stretch(
        language: Language.allCases[Int(language)], start: first.start, end: first.end, words: 0, capitalised: 0,
        scores: .zero, gapBefore: first.gap, gapAfter: .sentence)
      while index < words.count, origins[index] == language {
        let word = words[index]
        run.end = word.end
        run.words += 1
        if word.isCapitalised { run.capitalised += 1 }
        run.scores &+= scoreTable[Int(word.class.rawValue)]
        index += 1
      }
      if let last = runs.indices.last {
        runs[last].gapAfter = run.gapBefore
        // A long paragraph is decided in pieces.
        if runs[last].language == run.language {
          runs[last].append(run)
          continue
        }
      }
      runs.append(run)
    }
  }

  /// Gives runs that are too short to the run before or behind them; those in the main language of the paragraph stay.
  private func settle(_ runs: [Stretch]) -> [Stretch] {
    guard runs.count > 1 else { return runs }
    var sizes = LanguageScores.zero
    for run in runs { sizes[run.language] &+= Int32(run.lowercase) }
    let main = sizes.best
    var settled: [Stretch] = []
    // Short runs at the beginning, which wait for the first long one.
    var waiting: Stretch?
    for run in runs {
      if run.isTooShort, run.language != main {
        if let last = settled.indices.last {
          settled[last].append(run)
        } else if waiting == nil {
          waiting = run
        } else {
          waiting?.append(run)
        }
      } else if let last = settled.indices.last, settled[last].language == run.language {
        settled[last].append(run)
      } else if var first = waiting {
        first.append(run)
        first.language = run.language
        settled.append(first)
        waiting = nil
      } else {
        settled.append(run)
      }
    }
    if var whole = waiting {
      whole.language = (whole.scores &+ Self.priors).best
      settled.append(whole)
    }
    return settled
  }
}

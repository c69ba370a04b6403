import Foundation
import Lexicon
import Run
import StageKit

/// `lexicon`: how long a lexicon takes to load, and how fast it scans.
enum LexiconCommand {
  static func run(_ arguments: inout Arguments) throws {
    let path = try arguments.positional("the lexicon file, or a folder with a glossary")
    let folder = try arguments.positional("the folder with the corpus")
    let language = try arguments.string("language")
    let name = try arguments.string("name", default: "500,000 terms")
    try arguments.finish()
    let file = path.hasSuffix(".lexicon") ? path : try GlossaryLexicon.path(path)

    // A fresh process, but the file is in the page cache, as it is for the second worker of any run.
    let clock = ContinuousClock()
    let start = clock.now
    let lexicon = try Lexicon(contentsOf: file)
    Measurement("-", "load \(name)", (clock.now - start).seconds, "s").print()

    let texts = try CorpusFiles.texts(in: folder)
    let bytes = texts.reduce(0) { $0 + $1.count }
    for _ in 0..<3 {
      var matches = 0
      let duration = clock.measure {
        for text in texts { lexicon.forEachMatch(in: text, text.range) { _ in matches += 1 } }
      }
      Measurement(language, "match \(name)", duration.megabytesPerSecond(bytes), "MB/s").print()
      Measurement(language, "matches of \(name)", Double(matches), "matches").print()
    }
  }
}

/// The documents of a generated corpus.
enum CorpusFiles {
  static func inputs(in folder: String) throws -> InputList {
    let found = InputFinder.find([folder], include: ["**/*.txt"], exclude: [])
    guard !found.inputs.isEmpty else { throw BenchFailure("\(folder) holds no documents.") }
    return found.inputs
  }

  static func texts(in folder: String) throws -> [Text] {
    try inputs(in: folder).map { input in
      guard let text = try Text(validating: Array(Data(contentsOf: URL(fileURLWithPath: input.uri)))) else {
        throw BenchFailure("\(input.uri) is not UTF-8.")
      }
      return text
    }
  }
}

import Foundation
import Lexicon
import Run

/// `corpus`: makes the documents that everything else is measured on.
enum CorpusCommand {
  static func run(_ arguments: inout Arguments) throws {
    let folder = try arguments.positional("the folder for the corpus")
    let language = try arguments.string("language")
    let megabytes = try arguments.integer("megabytes", default: 1_000_000)
    let documents = try arguments.integer("documents", default: 1_000_000)
    let sizes = try arguments.string("bytes", default: "2000-8000").split(separator: "-").compactMap { Int($0) }
    let seed = try arguments.integer("seed", default: 1)
    let seeds = try arguments.string("seeds", default: "seeds")
    let glossary = try arguments.string("glossary", default: "glossary")
    try arguments.finish()
    guard sizes.count == 2, 0 < sizes[0], sizes[0] <= sizes[1] else { throw BenchFailure("--bytes needs MIN-MAX.") }

    let files = try FileManager.default.contentsOfDirectory(atPath: seeds).filter { $0.hasSuffix(".txt") }.sorted()
    let generator = try CorpusGenerator(
      seeds: files.map { try SeedText(contentsOf: "\(seeds)/\($0)") }, language: language,
      lexicon: Lexicon(contentsOf: GlossaryLexicon.path(glossary)))
    let written = try generator.write(
      to: folder, documents: documents, bytes: megabytes * 1_000_000, sizes: sizes[0]...sizes[1], seed: UInt64(seed))
    Measurement(language, "corpus", Double(written.bytes) / 1e6, "MB").print()
    Measurement(language, "corpus", Double(written.documents), "documents").print()
  }
}

/// The project's own glossary, compiled as `songngu run` does.
enum GlossaryLexicon {
  static func path(_ glossary: String) throws -> String {
    guard let path = try LexiconStore.standard.prepare([glossary], note: { _ in }) else {
      throw BenchFailure("\(glossary) holds no glossary.")
    }
    return path
  }
}

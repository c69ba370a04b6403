import Foundation
import Lexicon

/// Writes reports that are made of the seeds' sentences with names of the glossary: the same for the same seed.
///
/// Three of four documents are clean; the others take their paragraphs from seeds that have something to repair.
struct CorpusGenerator {
  /// Sentences and headings of one seed, or of all clean ones.
  private struct Pool {
    var sentences: [SentenceTemplate] = []
    var headings: [SentenceTemplate] = []
  }

  private let bank: NameBank
  private var clean = Pool()
  private var dirty: [Pool] = []

  init(seeds: [SeedText], language: String, lexicon: Lexicon) throws {
    bank = NameBank(lexicon)
    for seed in seeds {
      var pool = seed.isDirty ? Pool() : clean
      for piece in seed.pieces where piece.language == language {
        let template = bank.template(piece.text)
        if piece.isHeading { pool.headings.append(template) } else { pool.sentences.append(template) }
      }
      if !seed.isDirty { clean = pool } else if pool.sentences.count > 1 { dirty.append(pool) }
    }
    guard !clean.sentences.isEmpty, !clean.headings.isEmpty, !dirty.isEmpty else {
      throw BenchFailure("The seeds hold too little text in “\(language)”.")
    }
  }

  /// One document of about `size` bytes.
  func document(size: Int, _ random: inout SplitMix) -> String {
    let isDirty = random.below(4) == 0
    var text = random.pick(clean.headings).filled(bank, &random)
    while text.utf8.count < size {
      let pool = isDirty ? random.pick(dirty) : clean
      if random.below(5) == 0, !pool.headings.isEmpty {
        text += "\n\n" + random.pick(pool.headings).filled(bank, &random)
      }
      let sentences = (0..<random.within(3...6)).map { _ in random.pick(pool.sentences).filled(bank, &random) }
      // Lines of an address or a list stay lines.
      text += "\n\n" + sentences.joined(separator: sentences.contains { $0.contains("\n") } ? "\n" : " ")
    }
    return text + "\n"
  }

  /// Writes documents into subfolders of 1,000, until there are `documents` of them or `bytes` bytes.
  /// - Returns: documents and bytes written.
  func write(
    to folder: String, documents: Int, bytes: Int, sizes: ClosedRange<Int>, seed: UInt64
  ) throws -> (documents: Int, bytes: Int) {
    var random = SplitMix(seed: seed)
    var written = (documents: 0, bytes: 0)
    while written.documents < documents, written.bytes < bytes {
      let group = folder + "/" + Self.number(written.documents / 1000, digits: 3)
      if written.documents % 1000 == 0 {
        try FileManager.default.createDirectory(atPath: group, withIntermediateDirectories: true)
      }
      let data = Data(document(size: random.within(sizes), &random).utf8)
      let path = group + "/" + Self.number(written.documents, digits: 6) + ".txt"
      try data.write(to: URL(fileURLWithPath: path))
      written.documents += 1
      written.bytes += data.count
    }
    return written
  }

  private static func number(_ value: Int, digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

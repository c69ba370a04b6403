import Foundation
import Lexicon

/// `terms`: a lexicon as large as anyone will have, for the time it takes to load and to scan.
enum TermsCommand {
  static func run(_ arguments: inout Arguments) throws {
    let list = try arguments.positional("the file for the list of terms")
    let path = try arguments.positional("the file for the lexicon")
    let count = try arguments.integer("count", default: 500_000)
    let glossary = try arguments.string("glossary", default: "glossary")
    try arguments.finish()

    let terms = try self.terms(from: Lexicon(contentsOf: GlossaryLexicon.path(glossary)), count: count)
    var builder = LexiconBuilder()
    let clock = ContinuousClock()
    let start = clock.now
    for (number, form) in terms.enumerated() {
      try builder.add(Concept(id: "bench:\(number)", type: "term", forms: [form]))
    }
    try builder.write(to: path, digest: "bench")
    Measurement("-", "build lexicon of \(count) terms", (clock.now - start).seconds, "s").print()
    try Data((terms.map(\.text).joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: list))
  }

  /// All names of the glossary, then organisations of the glossary with a place behind them.
  private static func terms(from lexicon: Lexicon, count: Int) throws -> [Form] {
    var names: [Form] = []
    var heads: [FormKind: [String]] = [:]
    var places: [FormKind: [String]] = [:]
    for concept in 0..<lexicon.conceptCount {
      let isOrganisation = lexicon.id(of: concept).hasPrefix("org:")
      for form in lexicon.forms(of: concept) {
        names.append(form)
        if isOrganisation {
          heads[form.kind, default: []].append(form.text)
        } else {
          places[form.kind, default: []].append(form.text)
        }
      }
    }
    var seen: Set<String> = []
    var terms = names.filter { seen.insert($0.text).inserted }
    var random = SplitMix(seed: 1)
    let kinds: [FormKind] = [.nameVi, .nameEn]
    var tries = 0
    while terms.count < count {
      let kind = random.pick(kinds)
      guard let heads = heads[kind], let places = places[kind], tries < 20 * count else {
        throw BenchFailure("The glossary is too small to make \(count) terms of it.")
      }
      tries += 1
      let text = random.pick(heads) + (kind == .nameEn ? " of " : " ") + random.pick(places)
      if seen.insert(text).inserted { terms.append(Form(text, kind)) }
    }
    return Array(terms.prefix(count))
  }
}

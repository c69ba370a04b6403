import Foundation

let usage = """
  USAGE: songngu-bench COMMAND …

    corpus FOLDER --language en|vi [--megabytes N | --documents N] [--bytes MIN-MAX] [--seed N] [--seeds DIR] [--glossary DIR]
    terms LIST LEXICON [--count N] [--glossary DIR]       make a lexicon of N terms, and the list of the terms
    normalise FILE [--config FILE]                        the stage on a big file; the result goes to standard output
    lexicon LEXICON FOLDER --language en|vi               load a lexicon and scan a corpus
    stages CONFIG FOLDER --language en|vi --output DIR    time by stage and for whole runs, one document at a time
    writers CONFIG FOLDER --language en|vi [--rounds N]   each writer by itself, and the bytes it makes of one of source
    memory CONFIG FOLDER --output DIR                     one run over all documents, memory every 10,000
    report FILE                                           the table, from what the other commands printed

  `Benchmarks/bench.sh` calls these in order, beside the same work by other programs. Measurements are lines of five
  fields, separated by tabs, on standard output (normalise: on standard error): language, work, who, value, unit.
  """

do {
  var arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
  switch try arguments.positional("a command") {
  case "corpus": try CorpusCommand.run(&arguments)
  case "terms": try TermsCommand.run(&arguments)
  case "normalise": try NormaliseCommand.run(&arguments)
  case "lexicon": try LexiconCommand.run(&arguments)
  case "stages": try await StagesCommand.run(&arguments)
  case "writers": try WritersCommand.run(&arguments)
  case "memory": try await MemoryCommand.run(&arguments)
  case "report": try ReportCommand.run(&arguments)
  case let other: throw BenchFailure("Unknown command “\(other)”.\n\n\(usage)")
  }
} catch {
  FileHandle.standardError.write(Data("songngu-bench: \(error)\n".utf8))
  exit(2)
}

import ArgumentParser
import Foundation
import Glossary
import Run

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check glossary files, or compile them for matching.",
    subcommands: [CheckCommand.self, CompileCommand.self])

  struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check glossary files and name the row and column of any fault.",
      discussion: """
        Ends with status 1 if there is an error. Warnings, such as one name for two concepts, do not count.

        EXAMPLES
          songngu lexicon check glossary
          songngu lexicon check glossary/organisations.csv glossary/places.csv
        """)

    @Argument(help: "Glossary files, or folders with them.")
    var paths: [String]
    @Flag(help: "Show errors only.")
    var errorsOnly = false

    func run() throws {
      let console = Console()
      let files = try LexiconStore.files(paths)
      let loaded = Glossary.load(paths: files)
      let errors = loaded.faults.filter { $0.severity == .error }
      for fault in errorsOnly ? errors : loaded.faults { console.result(Console.printable("\(fault)")) }
      let warnings = loaded.faults.count - errors.count
      console.result("\(files.count) files: \(errors.count) errors, \(warnings) warnings.")
      if !errors.isEmpty { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }
  }

  struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compile", abstract: "Compile glossary files into one file that a pipeline can name as its lexicon.",
      discussion: """
        `songngu run` does this by itself and keeps the result; compile when the lexicon is to be moved or kept.

        EXAMPLE
          songngu lexicon compile glossary --output reports.lexicon
        """)

    @Argument(help: "Glossary files, or folders with them.")
    var paths: [String]
    @Option(help: "The file to write.")
    var output: String

    func run() throws {
      let summary = try LexiconStore.compile(LexiconStore.files(paths), to: output)
      Console().result("\(output): \(summary)")
    }
  }
}

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
        Ends with status 1 if there is an error. Notices, such as one name for two concepts, are shown on request.

        EXAMPLES
          songngu lexicon check glossary
          songngu lexicon check glossary/organisations.csv glossary/places.csv
        """)

    @Argument(help: "Glossary files, or folders with them.")
    var paths: [String]
    @Flag(help: "Show notices too, such as names that stand for several concepts.")
    var notices = false

    func run() throws {
      let console = Console()
      let contents = Glossary.load(paths)
      let errors = contents.faults.filter { $0.severity == .error }
      for fault in contents.faults where notices || fault.severity != .notice {
        console.result(Console.printable("\(fault)"))
      }
      let counts = GlossaryFault.Severity.allCases.map { severity in
        "\(contents.faults.count { $0.severity == severity }) \(severity.rawValue)"
      }
      console.result(
        "\(contents.files.count) files, \(contents.concepts.count) concepts. Faults: \(counts.joined(separator: ", "))."
      )
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
      let contents = try LexiconStore.compile(paths, to: output)
      Console().result(
        "\(output): \(contents.concepts.count) concepts, \(contents.patterns.count) patterns, \(contents.cues.count) cue words."
      )
    }
  }
}

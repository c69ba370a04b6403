import ArgumentParser

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show how one annotation or edit came about.",
    discussion: """
      Prints the source bytes, each edit on the way with its reason, the final text, the rule or lexicon entry that fired,
      and the module with its options.

      EXAMPLES
        songngu explain 1f0c2ab47e93d605 17      annotation 17 of a document
        songngu explain report.txt e3            edit 3 of the document made from report.txt
      """)

  @Argument(help: "The identifier of the document or its beginning, or the name of its source file.")
  var document: String
  @Argument(help: "The number of an annotation, or e and the number of an edit.")
  var id: String
  @Option(help: "The folder with the results of the run.")
  var output = "out"
  @Option(help: "The file of documents in that folder.")
  var file = "documents.jsonl"

  func run() throws {
    let path = "\(output)/\(file)"
    guard let record = try DocumentRecords(path: path).find(document) else {
      throw ExplainError("\(path): There is no document “\(document)”.")
    }
    Console().result(Console.printable(try Explanation.text(record, id: id)))
  }
}

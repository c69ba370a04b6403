import StageKit

/// The stage: cuts the text into blocks, lets the rules work on each, and gathers edits and findings.
struct CleanupEditor: Editor {
  private let repairs: [any CleanupRule]
  private let reports: [any CleanupRule]
  private let books: WordBooks?
  private let reportsTruncation: Bool
  private let repairsHeadings: Bool

  /// - Throws: `SetupError` if a rule that is on needs a word list that is not in the folder `wordLists`.
  init(off: Set<String>, wordLists: String) throws {
    repairs = AllRules.repairs.filter { !off.contains($0.description.id) }
    reports = AllRules.reports.filter { !off.contains($0.description.id) }
    reportsTruncation = !off.contains(TruncatedParagraph.code)
    repairsHeadings = !off.contains(RepeatedHeading.description.id)
    books = repairs.contains(where: \.needsWords) ? try WordBooks.books(in: wordLists) : nil
  }

  func edit(_ document: Document, _ context: StageContext) throws -> EditResult {
    guard let books else { return try edit(document.text, context, nil) }
    return try books.with { try edit(document.text, context, $0) }
  }

  private func edit(_ text: Text, _ context: StageContext, _ words: WordBook?) throws -> EditResult {
    words?.startDocument(bytes: text.count)
    return try text.bytes.withUnsafeBufferPointer { bytes in
      var worker = BlockWorker(repairs: repairs, reports: reports, words: words)
      var gathered = Gathered()
      var headings = HeadingWatch(isOn: repairsHeadings)
      var endings = EndingWatch(isOn: reportsTruncation)
      var reader = BlockReader(bytes)
      var number = 0
      while let extent = reader.next() {
        number += 1
        if number % 256 == 0 { try context.checkCancelled() }
        worker.work(on: extent, in: bytes)
        worker.withText { text in
          headings.see(text, extent, &gathered)
          endings.see(text, extent, in: bytes, &gathered)
        }
        worker.hand(over: extent, to: &gathered)
      }
      endings.finish(&gathered)
      return EditResult(edits: try gathered.edits(), findings: gathered.findings)
    }
  }
}

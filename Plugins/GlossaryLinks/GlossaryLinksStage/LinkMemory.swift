import Lexicon
import StageKit

/// What names and terms have come to before, in this document and in others.
///
/// What is kept depends on the bytes of a name and its kind alone, so that a memory changes no result.
final class LinkMemory: @unchecked Sendable {  // one document at a time has it; LinkMemoryPool hands it on
  private let names = PhraseTable(limit: 1 << 15)
  private var nameReadings: [NameReading] = []
  private let terms = PhraseTable(limit: 1 << 14)
  private var termLinks: [LinkContent?] = []
  /// `nil` if terms are not to be marked.
  let termScanner: LexiconScanner?
  /// Room for ``PlaceRanking``: concepts that some name of the document may stand for, and those of the next name.
  let mentioned: ConceptMarks
  let neighbours: ConceptMarks

  init(_ lexicon: Lexicon, terms filter: LexiconFilter?) {
    termScanner = filter.map { LexiconScanner(lexicon, $0) }
    mentioned = ConceptMarks(count: lexicon.conceptCount)
    neighbours = ConceptMarks(count: lexicon.conceptCount)
  }

  /// Makes room if there is none.
  func startDocument() {
    if names.isFull {
      names.removeAll()
      nameReadings.removeAll(keepingCapacity: true)
    }
    if terms.isFull {
      terms.removeAll()
      termLinks.removeAll(keepingCapacity: true)
    }
  }

  /// What is known of the name, or what `read` says, which is kept.
  func name(_ name: Name, in text: Text, _ read: () -> NameReading) -> NameReading {
    guard let number = number(names, name.range, in: text, context: name.kind == .place ? 1 : 0) else { return read() }
    if number == nameReadings.count { nameReadings.append(read()) }
    return nameReadings[number]
  }

  /// The same for the link of a stretch of text that may be a term; `nil` if it is none.
  func term(_ range: TextRange, in text: Text, isPlain: Bool, _ read: () -> LinkContent?) -> LinkContent? {
    guard let number = number(terms, range, in: text, context: isPlain ? 1 : 0) else { return read() }
    if number == termLinks.count { termLinks.append(read()) }
    return termLinks[number]
  }

  private func number(_ table: PhraseTable, _ range: TextRange, in text: Text, context: UInt64) -> Int? {
    text.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { table.number($0 + range.start, range.count, context: context) }
    }
  }
}

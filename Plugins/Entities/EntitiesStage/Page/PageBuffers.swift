import Lexicon

/// The memory that pages are laid out in, used again for one document after the other.
///
/// What is remembered between documents makes work quicker and changes no result.
final class PageBuffers: @unchecked Sendable {  // one document at a time has it; PagePool hands it on
  /// One token a byte at worst, the closing one, and room for rules that look two tokens ahead.
  static let capacity = Page.maximum + 8

  let tokens: UnsafeMutablePointer<Token>
  let placeEnd: UnsafeMutablePointer<Int32>
  let placeStart: UnsafeMutablePointer<Int32>
  let hits = Buffer<Hit>()
  let memory = HitMemory()
  let words = PageWords()
  let scanner: LexiconScanner
  let names: ConceptNames
  /// Room for ``PageScan``: organisations and places of one match.
  let groups: UnsafeMutablePointer<Group>
  /// Number of tokens of the page.
  let size: UnsafeMutablePointer<Int>

  init(_ vocabulary: Vocabulary) {
    names = ConceptNames(vocabulary.lexicon)
    scanner = LexiconScanner(vocabulary.lexicon, vocabulary.filter)
    tokens = .allocate(capacity: Self.capacity)
    placeEnd = .allocate(capacity: Self.capacity)
    placeStart = .allocate(capacity: Self.capacity)
    groups = .allocate(capacity: 2)
    groups.initialize(to: Group())
    (groups + 1).initialize(to: Group())
    size = .allocate(capacity: 1)
    size.initialize(to: 0)
  }

  deinit {
    tokens.deallocate()
    placeEnd.deallocate()
    placeStart.deallocate()
    size.deallocate()
    groups[0].members.deallocate()
    groups[1].members.deallocate()
    groups.deallocate()
    hits.deallocate()
  }
}

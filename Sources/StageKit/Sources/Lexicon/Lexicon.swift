/// A compiled lexicon: concepts, cue words and name patterns, and the automaton that finds them in text.
///
/// It is a file mapped into memory and used as it is, so that opening 500,000 forms takes some tens of milliseconds and
/// worker processes share the pages. Made by ``LexiconBuilder``.
public final class Lexicon: Sendable {
  let memory: LexiconMemory
  private let imageStorage: ImageBox
  @inline(__always) var image: LexiconImage { imageStorage.image }

  /// Pointers are not sendable by themselves; these point to memory that never changes.
  private struct ImageBox: @unchecked Sendable {
    let image: LexiconImage
  }

  /// Opens a lexicon file.
  /// - Throws: ``LexiconError`` if it cannot be read, or is not exactly what the builder writes: cut off, damaged, of
  ///   another version or byte order.
  public convenience init(contentsOf path: String) throws(LexiconError) {
    try self.init(LexiconMemory(mapping: path), file: path)
  }

  /// Opens a lexicon that is in memory.
  /// - Throws: ``LexiconError``, as above.
  public convenience init(bytes: [UInt8]) throws(LexiconError) {
    try self.init(LexiconMemory(copying: bytes), file: "")
  }

  private init(_ memory: LexiconMemory, file: String) throws(LexiconError) {
    self.memory = memory
    imageStorage = ImageBox(image: try LexiconImage(memory.bytes, file: file))
  }

  /// Digest of the inputs it was compiled from, as the builder was told.
  public var digest: String { image.string(image.digest) }

  /// Concepts are numbered from 0, in the order in which they were added.
  public var conceptCount: Int { image.concepts.count }
  /// Forms that text is matched against: names, cue words, literals of patterns, demonyms.
  public var formCount: Int { image.entries.count }
  public var cueCount: Int { image.cues.count }
  public var patternCount: Int { image.patterns.count }
  /// Words of the longest form.
  public var longestForm: Int { image.depth }
}

import StageKit

/// A stretch of a document, at most ``Page/maximum`` bytes, cut into tokens, with what the lexicon knows about it.
///
/// Rules read pages. The buffers are used again for each page of a document, so that memory does not grow with it.
final class Page {
  /// Most bytes of text on one page.
  static let maximum = 32_768

  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafeMutablePointer<Token>
  /// For each token, the end of the best place name that begins there (a token index); 0 for none.
  let placeEnd: UnsafeMutablePointer<Int32>
  /// For each token index at which a place name ends, the token where it begins; -1 for none.
  let placeStart: UnsafeMutablePointer<Int32>
  /// What the lexicon knows, sorted by start, longer first.
  let hitStore: Buffer<Hit>
  /// Concepts of the hits, by ``Hit/index``.
  let concepts: Buffer<Int32>
  let buffers: PageBuffers
  // Behind a pointer, as are all things that rules read in loops: a stored variable of a class is checked for
  // overlapping access each time.
  private let size: UnsafeMutablePointer<Int>

  /// `bytes` must stay valid and unchanged as long as the page is used, and `buffers` serve no other page.
  init(bytes: UnsafePointer<UInt8>, _ buffers: PageBuffers) {
    self.bytes = bytes
    self.buffers = buffers
    tokens = buffers.tokens
    placeEnd = buffers.placeEnd
    placeStart = buffers.placeStart
    hitStore = buffers.hits
    concepts = buffers.memory.concepts
    size = buffers.size
  }

  /// Number of tokens, without the closing ones of kind ``Token/Kind-swift.enum/end``.
  @inline(__always) var count: Int { size.pointee }

  /// Closes the list of tokens behind the last and clears what rules note down.
  func finish(_ count: Int, at offset: Int) {
    size.pointee = count
    for extra in count..<(count + 8) {
      tokens[extra] = Token()
      tokens[extra].start = UInt32(offset)
      tokens[extra].end = UInt32(offset)
      tokens[extra].gap = .wide
    }
    placeEnd.update(repeating: 0, count: count + 1)
    placeStart.update(repeating: -1, count: count + 1)
    hitStore.removeAll()
    buffers.memory.startPage()
  }

  /// The bytes of tokens `start..<end`; both may be at most ``count``, and `start` below `end`.
  func range(_ start: Int, _ end: Int) -> TextRange { TextRange(Int(tokens[start].start), Int(tokens[end - 1].end)) }

  /// The hits that begin at a token, longest first.
  @inline(__always) func hits(at token: Int) -> HitList {
    let first = Int(tokens[token].hit)
    return HitList(first < 0 ? hitStore.end : hitStore.start + first, hitStore.end, Int32(truncatingIfNeeded: token))
  }

  func range(_ candidate: Candidate) -> TextRange { range(Int(candidate.start), Int(candidate.end)) }

  /// The bytes of a token.
  func slice(_ token: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(tokens[token].start), count: Int(tokens[token].end - tokens[token].start))
  }

  /// Whether the token is written exactly like this.
  func reads(_ token: Int, _ word: StaticString) -> Bool {
    let length = Int(tokens[token].end - tokens[token].start)
    guard length == word.utf8CodeUnitCount else { return false }
    let start = bytes + Int(tokens[token].start)
    for offset in 0..<length where start[offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// FNV-1a of the bytes of tokens `start..<end`, gaps read as one space.
  func hash(_ start: Int, _ end: Int) -> UInt64 {
    var hash = WordTable.seed
    for token in start..<end {
      if token > start, tokens[token].gap != .none { hash = WordTable.step(hash, 0x20) }
      for offset in Int(tokens[token].start)..<Int(tokens[token].end) { hash = WordTable.step(hash, bytes[offset]) }
    }
    return hash
  }
}

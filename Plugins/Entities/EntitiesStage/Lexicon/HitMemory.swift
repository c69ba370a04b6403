import StageKit

/// What stretches of text have come to before: their hits, by the bytes of the stretch and what is known of its page.
///
/// The same names and words come again and again, in one document and in the next. What a stretch comes to depends on
/// nothing else, so that a memory changes no result.
final class HitMemory {
  /// What a stretch came to.
  struct Outcome {
    /// Place in ``HitMemory/hits``.
    var firstHit: Int32
    var hitCount: Int32
    /// For the first token of the stretch.
    var roles: Token.Roles
    /// Whether the stretch is a form of address to the token behind it.
    var isTitle: Bool
  }

  let phrases = PhraseTable(limit: 1 << 15)
  /// By the number of the stretch in ``phrases``.
  let outcomes = Buffer<Outcome>()
  /// Hits whose start and end are to be filled in.
  let hits = Buffer<Hit>()
  /// Concepts of the hits, by ``Hit/index``.
  let concepts = Buffer<Int32>()

  /// More hits or concepts than this are not kept.
  private static let limit = 1 << 18

  deinit {
    outcomes.deallocate()
    hits.deallocate()
    concepts.deallocate()
  }

  /// Makes room if there is none; hits that were handed out before lose their concepts.
  func startPage() {
    guard phrases.isFull || hits.count > Self.limit || concepts.count > Self.limit else { return }
    phrases.removeAll()
    outcomes.removeAll()
    hits.removeAll()
    concepts.removeAll()
  }

  /// Keeps what a new stretch came to: the hits from `first` to the end of `found`.
  func keep(_ found: Buffer<Hit>, from first: Int, roles: Token.Roles, isTitle: Bool) {
    outcomes.append(
      Outcome(
        firstHit: Int32(hits.count), hitCount: Int32(found.count - first), roles: roles, isTitle: isTitle))
    for index in first..<found.count { hits.append(found[index]) }
  }
}

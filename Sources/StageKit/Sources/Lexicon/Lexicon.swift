/// A compiled lexicon.
public struct Lexicon: Sendable {
}

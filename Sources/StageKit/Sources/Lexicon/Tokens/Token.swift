/// A word or punctuation mark of a text, folded and hashed.
///
/// The folded bytes of up to 16 are the key itself, so that comparing two tokens is comparing two pairs of integers; for
/// a longer one `high` is a hash, and who finds it in a table compares the bytes.
struct Token {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var hash: UInt64 = 0
  /// Offsets of the first byte and past the last, from the start of the text.
  var start: UInt32 = 0
  var end: UInt32 = 0
  /// Place in the lexicon's token table, once it has been looked up.
  var slot = Token.unresolved
  /// Whether a form may begin with the token, once the scanner has found out.
  var opening = Opening.unknown
  // What the scanner has found out with it, so that most walks end without a look at the trie.
  /// The node of forms that begin with the token.
  var root: UInt32 = 0
  /// Whether the token is a wanted form by itself, and which tokens may follow it in one, as in ``NodeRecord/bloom``.
  var isForm = false
  var bloom: UInt64 = 0
  /// What folding took away.
  var traits = TokenTraits()
  var isWord = false
  /// No name goes from the token before over to this one: blank line, tab, several spaces.
  var isBreakBefore = false
  /// False for a possessive `s`, which begins nothing.
  var isStart = true
  /// More than 16 folded bytes.
  var isLong = false

  enum Opening: UInt8 {
    case unknown
    case none
    /// A form wanted in small letters too.
    case small
    case capital
  }

  static let unresolved = UInt32.max
  static let unknown = UInt32.max - 1
  /// Longest token in bytes that can be part of a form; a longer one is in no lexicon.
  static let longest = 1024

  @inline(__always) mutating func finishKey() { hash = mix(low, high) }
}

/// Collects the folded bytes of a token.
struct TokenKey {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var tail: UInt64 = 0xCBF2_9CE4_8422_2325
  var count = 0

  @inline(__always) mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) << UInt64(8 * count)
    } else if count < 16 {
      high |= UInt64(byte) << UInt64(8 * (count - 8))
    } else {
      tail = (tail ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    count += 1
  }

  @inline(__always) func store(in token: inout Token) {
    token.low = low
    token.isLong = count > 16
    token.high = count > 16 ? mix(high, tail) : high
    token.finishKey()
  }
}

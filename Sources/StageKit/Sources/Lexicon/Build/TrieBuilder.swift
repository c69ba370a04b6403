/// Grows the trie form by form.
///
/// Nodes and tokens are numbered in order of appearance, so that the same forms in the same order give the same file.
struct TrieBuilder {
  /// A distinct token, and the node of forms that begin with it.
  struct KnownToken {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
    var long: UInt32
    var root: UInt32 = 0
  }

  struct Edge {
    var parent: UInt32
    /// Index into `tokens`.
    var token: UInt32
    var child: UInt32
  }

  private struct Key: Hashable {
    var low: UInt64
    var high: UInt64
    var long: UInt32
  }

  private(set) var tokens: [KnownToken] = []
  private(set) var edges: [Edge] = []
  /// One for each node; node 0 is no node.
  private(set) var blooms: [UInt64] = [0]
  private(set) var entries: [EntryRecord] = []
  /// The node of each entry.
  private(set) var entryNodes: [UInt32] = []
  private(set) var depth = 1
  private var tokenNumbers: [Key: UInt32] = [:]
  private var children: [UInt64: UInt32] = [:]

  /// Adds a form; `entry` is complete but for its marks.
  /// - Returns: what is wrong with the form, as the end of a sentence; `nil` if it was added.
  mutating func add(_ form: String, _ entry: EntryRecord, _ strings: inout StringInterner) -> String? {
    var form = form
    return form.withUTF8 { bytes in
      var path: [Token] = []
      if let fault = Self.read(bytes, &path) { return fault }
      insert(path, bytes, entry, &strings)
      return nil
    }
  }

  /// What is wrong with a form, as the end of a sentence; `nil` if it can be added.
  static func fault(of form: String) -> String? {
    var form = form
    return form.withUTF8 { bytes in
      var path: [Token] = []
      return read(bytes, &path)
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ path: inout [Token]) -> String? {
    var tokeniser = Tokeniser(bytes, 0, bytes.count)
    var token = Token()
    while tokeniser.next(&token) {
      if token.low == 0 { return "has a word that is longer than \(Token.longest) bytes or of marks only" }
      guard path.count < LexiconHeader.greatestDepth else {
        return "has more than \(LexiconHeader.greatestDepth) words"
      }
      path.append(token)
    }
    return path.contains(where: \.isWord) ? nil : "has no letter or digit"
  }

  private mutating func insert(
    _ path: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ entry: EntryRecord, _ strings: inout StringInterner
  ) {
    var node: UInt32 = 0
    var entry = entry
    var traits = TokenTraits()
    for token in path {
      let number = self.number(of: token, bytes, &strings)
      traits.append(token.traits)
      if node == 0 {
        if tokens[Int(number)].root == 0 { tokens[Int(number)].root = newNode() }
        node = tokens[Int(number)].root
      } else {
        node = child(of: node, by: number)
      }
    }
    entry.marks = traits.marks
    entry.markSum = traits.markSum
    entry.capitals = traits.capitals
    depth = max(depth, path.count)
    entries.append(entry)
    entryNodes.append(node)
  }

  private mutating func number(
    of token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ strings: inout StringInterner
  ) -> UInt32 {
    var long: UInt32 = 0
    if token.isLong, let start = bytes.baseAddress {
      long = TokenKey.foldedBytes(start, Int(token.start), Int(token.end)).withUnsafeBufferPointer {
        strings.number($0)
      }
    }
    let key = Key(low: token.low, high: token.high, long: long)
    if let known = tokenNumbers[key] { return known }
    let number = UInt32(tokens.count)
    tokens.append(KnownToken(low: token.low, high: token.high, hash: token.hash, long: long))
    tokenNumbers[key] = number
    return number
  }

  private mutating func child(of parent: UInt32, by token: UInt32) -> UInt32 {
    let key = UInt64(parent) << 32 | UInt64(token)
    if let known = children[key] { return known }
    let child = newNode()
    children[key] = child
    edges.append(Edge(parent: parent, token: token, child: child))
    blooms[Int(parent)] |= 1 << (tokens[Int(token)].hash & 63)
    return child
  }

  private mutating func newNode() -> UInt32 {
    blooms.append(0)
    return UInt32(blooms.count - 1)
  }
}

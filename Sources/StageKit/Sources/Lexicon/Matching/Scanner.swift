import StageKit

/// Finds all forms in one stretch of text: cuts it into tokens block by block, and walks the trie from each of them.
///
/// Work is linear in the text times the words of the longest form, whatever the text; nothing is allocated per token.
struct Scanner {
  private let image: LexiconImage
  private let text: UnsafePointer<UInt8>
  private let roots: UnsafeBufferPointer<UInt64>
  private let smallRoots: UnsafeBufferPointer<UInt64>
  /// `nil` if everything is wanted.
  private let steps: UnsafePointer<FilterSteps.Step>?
  private let context: UnsafePointer<ScanContext>
  private let tokens: UnsafeMutableBufferPointer<Token>
  private let ends: UnsafeMutableBufferPointer<End>
  private var tokeniser: Tokeniser

  /// A node with forms on the path from the current token.
  struct End {
    var node: UInt32
    var last: Int
    var traits: TokenTraits
  }

  private static let block = 256

  static func scan(
    _ image: LexiconImage, _ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange, _ minimum: MatchStrength,
    _ filter: FilterTables?, _ memory: UnsafeMutablePointer<WordMemory.Entry>?, _ body: (LexiconStretch) -> Void
  ) {
    guard let text = bytes.baseAddress, bytes.count < Int(UInt32.max), let nodes = image.nodes.baseAddress,
      let entries = image.entries.baseAddress
    else { return }
    let context = ScanContext(
      nodes: nodes, entries: entries, judge: StrengthJudge(image: image, text: text), minimum: minimum,
      entryNeeds: filter.map { UnsafePointer($0.entries) })
    let steps = filter?.steps(image)
    defer { withExtendedLifetime(steps) {} }
    withUnsafePointer(to: context) { context in
      withUnsafeTemporaryAllocation(of: Token.self, capacity: block + image.depth) { tokens in
        tokens.initialize(repeating: Token())
        withUnsafeTemporaryAllocation(of: End.self, capacity: image.depth) { ends in
          var scanner = Scanner(
            image: image, text: text, context: context, filter: filter, steps: steps, tokens: tokens, ends: ends,
            tokeniser: Tokeniser(bytes, range.start, range.end, memory: memory))
          scanner.run(body)
        }
      }
    }
  }

  private init(
    image: LexiconImage, text: UnsafePointer<UInt8>, context: UnsafePointer<ScanContext>, filter: FilterTables?,
    steps: FilterSteps?, tokens: UnsafeMutableBufferPointer<Token>, ends: UnsafeMutableBufferPointer<End>,
    tokeniser: Tokeniser
  ) {
    self.image = image
    self.text = text
    self.context = context
    roots = filter.map { UnsafeBufferPointer($0.roots) } ?? image.rootFilter
    smallRoots = filter.map { UnsafeBufferPointer($0.smallRoots) } ?? image.rootFilter
    self.steps = steps.map { UnsafePointer($0.steps) }
    self.tokens = tokens
    self.ends = ends
    self.tokeniser = tokeniser
  }

  private mutating func run(_ body: (LexiconStretch) -> Void) {
    var count = 0
    var isAtEnd = false
    while true {
      while count < tokens.count {
        guard tokeniser.next(&tokens[count]) else {
          isAtEnd = true
          break
        }
        if tokens[count].opening == .unknown { findOpening(count) }
        count += 1
      }
      // A path from a later token might need tokens that are not read yet.
      let starts = isAtEnd ? count : count - image.depth
      for index in 0..<starts where tokens[index].opening != .none && tokens[index].isStart {
        guard tokens[index].isForm || isFollowed(index, count) else { continue }
        walk(from: index, tokens[index].opening == .small, count, body)
      }
      if isAtEnd { return }
      for index in starts..<count { tokens[index - starts] = tokens[index] }
      count -= starts
    }
  }

  /// Whether a form that is wanted begins with the token, and writes it down for the next time.
  private mutating func findOpening(_ index: Int) {
    let isSmall = isSmall(tokens[index])
    let bit = image.rootBit(tokens[index].hash)
    let word = isSmall ? smallRoots[bit >> 6] : roots[bit >> 6]
    var opening = Token.Opening.none
    if word >> UInt64(bit & 63) & 1 != 0 {
      let slot = resolve(index)
      let root = slot == Token.unknown ? 0 : Int(image.tokens[Int(slot)].root)
      let least = (isSmall ? LexiconFilter.Need.always : .capital).rawValue
      if root != 0 {
        let step = step(root, isSmall)
        if step.needs & 0b11 >= least {
          opening = isSmall ? .small : .capital
          tokens[index].root = UInt32(truncatingIfNeeded: root)
          tokens[index].isForm = step.needs >> 2 >= least
          tokens[index].bloom = step.bloom
        }
      }
    }
    tokens[index].opening = opening
    if let entry = tokeniser.newEntry, tokens[index].isWord { entry.pointee.token = tokens[index] }
  }

  /// What stands behind a token that a form may begin with may be the second token of one.
  @inline(__always) private func isFollowed(_ index: Int, _ count: Int) -> Bool {
    let next = index &+ 1
    return next < count && !tokens[next].isBreakBefore && tokens[index].bloom >> (tokens[next].hash & 63) & 1 != 0
  }

  /// The tokens that may follow, and the needs, at a node.
  @inline(__always) private func step(_ node: Int, _ isSmall: Bool) -> (bloom: UInt64, needs: UInt8) {
    if let steps { return (isSmall ? steps[node].smallBloom : steps[node].bloom, steps[node].needs) }
    let record = image.nodes[node]
    return (record.bloom, record.entryCount > 0 ? 0b1010 : 0b0010)
  }

  /// A word that begins with a small letter and has no capital.
  @inline(__always) private func isSmall(_ token: Token) -> Bool {
    token.isWord && token.traits.capitals == 0 && token.traits.marks & TokenTraits.complex == 0
      && text[Int(token.start)] >= UInt8(ascii: "a")
  }

  @inline(__always) private func resolve(_ index: Int) -> UInt32 {
    let known = tokens[index].slot
    if known != Token.unresolved { return known }
    let slot = image.slot(of: tokens[index], in: text)
    tokens[index].slot = slot
    return slot
  }

  private mutating func walk(from first: Int, _ isSmall: Bool, _ count: Int, _ body: (LexiconStretch) -> Void) {
    let least = (isSmall ? LexiconFilter.Need.always : .capital).rawValue
    var node = tokens[first].root
    var bloom = tokens[first].bloom
    var found = 0
    var last = first
    var traits = TokenTraits()
    traits.append(tokens[first].traits)
    if tokens[first].isForm {
      ends[0] = End(node: node, last: first, traits: traits)
      found = 1
    }
    while true {
      last += 1
      guard bloom != 0, last < count, last - first < image.depth, !tokens[last].isBreakBefore,
        bloom >> (tokens[last].hash & 63) & 1 != 0
      else { break }
      let token = resolve(last)
      guard token != Token.unknown else { break }
      node = image.child(of: node, by: token)
      guard node != 0 else { break }
      let step = step(Int(node), isSmall)
      guard step.needs & 0b11 >= least else { break }
      traits.append(tokens[last].traits)
      bloom = step.bloom
      if step.needs >> 2 >= least {
        ends[found] = End(node: node, last: last, traits: traits)
        found += 1
      }
    }
    while found > 0 {
      found -= 1
      report(ends[found], first, least, body)
    }
  }

  private func report(_ end: End, _ first: Int, _ least: UInt8, _ body: (LexiconStretch) -> Void) {
    body(
      LexiconStretch(
        range: TextRange(Int(tokens[first].start), Int(tokens[end.last].end)), scan: context,
        path: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(tokens)[first...end.last]), traits: end.traits,
        node: end.node, least: least))
  }
}

extension LexiconCandidate {
  @inline(__always) init(_ entry: EntryRecord, _ index: Int, _ strength: MatchStrength) {
    let target = Int(entry.target)
    kind =
      switch entry.kind {
      case EntryKind.concept.rawValue: .concept(target)
      case EntryKind.cue.rawValue: .cue(target)
      case EntryKind.patternLiteral.rawValue: .patternLiteral(pattern: target, segment: Int(entry.segment))
      default: .demonym(target)
      }
    form = FormKind(code: entry.form)
    language = FormLanguage(code: entry.language)
    self.strength = strength
    isCautious = entry.isCautious != 0
    self.entry = index
  }
}

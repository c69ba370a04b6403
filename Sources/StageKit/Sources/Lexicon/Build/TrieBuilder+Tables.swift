extension TrieBuilder {
  /// The sections of the automaton.
  struct Tables {
    var tokens: [TokenSlot]
    var rootFilter: [UInt64]
    var nodes: [NodeRecord]
    var edges: [EdgeSlot]
    var entries: [EntryRecord]
  }

  func tables() -> Tables {
    let (slots, places) = tokenTable()
    let (nodes, entries) = nodeTable()
    return Tables(
      tokens: slots, rootFilter: rootFilter(), nodes: nodes, edges: edgeTable(places), entries: entries)
  }

  /// The token table, at most half full, and the place of each token in it.
  private func tokenTable() -> ([TokenSlot], [UInt32]) {
    var slots = [TokenSlot](repeating: TokenSlot(), count: Self.capacity(tokens.count))
    var places: [UInt32] = []
    places.reserveCapacity(tokens.count)
    for token in tokens {
      var place = Int(truncatingIfNeeded: token.hash) & (slots.count - 1)
      while slots[place].low != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = TokenSlot(low: token.low, high: token.high, root: token.root, long: token.long)
      places.append(UInt32(place))
    }
    return (slots, places)
  }

  /// One bit for each of many hashes; at least sixteen times as many bits as tokens that begin a form.
  private func rootFilter() -> [UInt64] {
    let roots = tokens.filter { $0.root != 0 }
    var words = [UInt64](repeating: 0, count: max(64, Self.capacity(roots.count * 16) / 64))
    for token in roots {
      let bit = Int(truncatingIfNeeded: token.hash >> 32) & (words.count * 64 - 1)
      words[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return words
  }

  private func edgeTable(_ places: [UInt32]) -> [EdgeSlot] {
    var slots = [EdgeSlot](repeating: EdgeSlot(), count: Self.capacity(edges.count))
    for edge in edges {
      let token = places[Int(edge.token)]
      var place = Int(truncatingIfNeeded: edgeHash(edge.parent, token)) & (slots.count - 1)
      while slots[place].child != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = EdgeSlot(parent: edge.parent, token: token, child: edge.child)
    }
    return slots
  }

  /// Nodes, and the entries sorted by node; entries of one node keep their order.
  private func nodeTable() -> ([NodeRecord], [EntryRecord]) {
    var nodes = blooms.map { NodeRecord(bloom: $0) }
    for node in entryNodes { nodes[Int(node)].entryCount += 1 }
    var next: UInt32 = 0
    for index in nodes.indices {
      nodes[index].firstEntry = next
      next += nodes[index].entryCount
    }
    var places = nodes.map(\.firstEntry)
    var sorted = [EntryRecord](repeating: EntryRecord(), count: entries.count)
    for (entry, node) in zip(entries, entryNodes) {
      sorted[Int(places[Int(node)])] = entry
      places[Int(node)] += 1
    }
    return (nodes, sorted)
  }

  /// A power of two that leaves a table of `count` at most half full.
  private static func capacity(_ count: Int) -> Int {
    var capacity = 8
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }
}

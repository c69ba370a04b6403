extension LexiconImage {
  /// The bit of ``rootFilter`` that says whether some form may begin with a token of this hash.
  ///
  /// Most words of a text end here.
  @inline(__always) func rootBit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 32) & (rootFilter.count * 64 - 1)
  }

  /// Place of a token in the table; ``Token/unknown`` if no form has it.
  @inline(__always) func slot(of token: Token, in text: UnsafePointer<UInt8>) -> UInt32 {
    if token.low == 0 { return Token.unknown }
    let mask = tokens.count - 1
    var place = Int(truncatingIfNeeded: token.hash) & mask
    while true {
      let slot = tokens[place]
      if slot.low == 0 { return Token.unknown }
      if slot.low == token.low, slot.high == token.high, (slot.long != 0) == token.isLong,
        slot.long == 0 || isLongToken(slot, token, in: text)
      {
        return UInt32(truncatingIfNeeded: place)
      }
      place = (place + 1) & mask
    }
  }

  /// Beyond 16 bytes the key holds a hash: compare the folded bytes themselves.
  private func isLongToken(_ slot: TokenSlot, _ token: Token, in text: UnsafePointer<UInt8>) -> Bool {
    TokenKey.foldedBytes(text, Int(token.start), Int(token.end)).elementsEqual(utf8(slot.long))
  }

  /// The node that a token leads to: behind `parent`, or as the first of a form; `nil` if there is none.
  func node(behind parent: UInt32, by token: Token, isFirst: Bool, in text: UnsafePointer<UInt8>) -> UInt32? {
    if isFirst {
      let bit = rootBit(token.hash)
      guard rootFilter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return nil }
    }
    let slot = slot(of: token, in: text)
    guard slot != Token.unknown else { return nil }
    let node = isFirst ? tokens[Int(slot)].root : child(of: parent, by: slot)
    return node == 0 ? nil : node
  }

  /// The node behind `parent` by `token`; 0 if there is none.
  @inline(__always) func child(of parent: UInt32, by token: UInt32) -> UInt32 {
    let mask = edges.count - 1
    var place = Int(truncatingIfNeeded: edgeHash(parent, token)) & mask
    while true {
      let edge = edges[place]
      if edge.child == 0 { return 0 }
      if edge.parent == parent, edge.token == token { return edge.child }
      place = (place + 1) & mask
    }
  }
}

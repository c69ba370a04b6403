/// The nodes of a trie as a walk with a filter sees them: paths to what nobody wants end at once.
final class FilterSteps: @unchecked Sendable {  // filled before it is shared, only read afterwards
  // Unchecked because of the pointer: written only in `init`, and alive as long as the object.
  struct Step {
    /// One bit for each next token that leads to a wanted form, as in ``NodeRecord/bloom``.
    var bloom: UInt64 = 0
    /// The same where the text begins in small letters.
    var smallBloom: UInt64 = 0
    /// As in ``FilterTables/nodes``.
    var needs: UInt8 = 0
  }

  let steps: UnsafeMutablePointer<Step>

  /// - Parameter needs: ``FilterTables/nodes``.
  init(_ image: LexiconImage, _ needs: UnsafePointer<UInt8>) {
    steps = .allocate(capacity: max(1, image.nodes.count))
    for node in image.nodes.indices { (steps + node).initialize(to: Step(needs: needs[node])) }
    for edge in image.edges
    where edge.child != 0 && Int(edge.parent) < image.nodes.count && Int(edge.token) < image.tokens.count {
      let token = image.tokens[Int(edge.token)]
      let bit: UInt64 = 1 << (mix(token.low, token.high) & 63)
      let need = needs[Int(edge.child)] & 0b11
      if need >= LexiconFilter.Need.capital.rawValue { steps[Int(edge.parent)].bloom |= bit }
      if need >= LexiconFilter.Need.always.rawValue { steps[Int(edge.parent)].smallBloom |= bit }
    }
  }

  deinit { steps.deallocate() }
}

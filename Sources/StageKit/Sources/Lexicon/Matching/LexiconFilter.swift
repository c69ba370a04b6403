import Synchronization

/// Which forms a caller wants to be told of, so that words that begin no such form cost next to nothing.
///
/// Made once for a lexicon with ``Lexicon/filter(_:)``, in one pass over its forms; used for all texts.
public struct LexiconFilter: Sendable {
  /// When a form is wanted.
  public enum Need: UInt8, Sendable {
    case never
    /// Not where the first word of the text is in small letters throughout.
    case capital
    case always
  }

  /// What the caller may decide by.
  public struct Form {
    public let kind: LexiconCandidate.Kind
    public let isCautious: Bool
    /// The first word of the form has no capital, or it cannot be told: only then can a text that begins in small letters
    /// match it exactly.
    public let beginsSmall: Bool
  }

  let tables: FilterTables
}

extension Lexicon {
  /// - Parameter need: asked once about each form.
  public func filter(_ need: (LexiconFilter.Form) -> LexiconFilter.Need) -> LexiconFilter {
    LexiconFilter(
      tables: FilterTables(image) { entry, index in
        need(
          LexiconFilter.Form(
            kind: LexiconCandidate(entry, index, .exact).kind, isCautious: entry.isCautious != 0,
            beginsSmall: image.beginsSmall(entry)))
      })
  }
}

extension LexiconImage {
  fileprivate func beginsSmall(_ entry: EntryRecord) -> Bool {
    let surface = utf8(entry.surface)
    var tokeniser = Tokeniser(surface, 0, surface.count)
    var token = Token()
    guard tokeniser.next(&token) else { return true }
    return token.traits.capitals == 0 || token.traits.marks & TokenTraits.complex != 0
  }
}

/// A filter as the scanner reads it: needs as raw values of ``LexiconFilter/Need``.
final class FilterTables: @unchecked Sendable {  // filled before it is shared, only read afterwards
  // Unchecked because of the pointers: written only in `init`, and alive as long as the object.

  /// For each node the greatest need of the forms that end there, shifted by two, and of those there and behind.
  let nodes: UnsafeMutablePointer<UInt8>
  /// For each entry.
  let entries: UnsafeMutablePointer<UInt8>
  /// Like the lexicon's filter of first words, for all forms wanted, and for those wanted in small letters.
  let roots: UnsafeMutableBufferPointer<UInt64>
  let smallRoots: UnsafeMutableBufferPointer<UInt64>
  private let madeSteps = Mutex<FilterSteps?>(nil)

  init(_ image: LexiconImage, _ need: (EntryRecord, Int) -> LexiconFilter.Need) {
    nodes = .allocate(capacity: max(1, image.nodes.count))
    nodes.initialize(repeating: 0, count: image.nodes.count)
    entries = .allocate(capacity: max(1, image.entries.count))
    for (index, entry) in image.entries.enumerated() { (entries + index).initialize(to: need(entry, index).rawValue) }
    roots = .allocate(capacity: image.rootFilter.count)
    roots.initialize(repeating: 0)
    smallRoots = .allocate(capacity: image.rootFilter.count)
    smallRoots.initialize(repeating: 0)
    fillNodes(image)
    fillRoots(image)
  }

  deinit {
    nodes.deallocate()
    entries.deallocate()
    roots.deallocate()
    smallRoots.deallocate()
  }

  /// What a scan needs beside: made for the first.
  func steps(_ image: LexiconImage) -> FilterSteps {
    madeSteps.withLock { made in
      if let made { return made }
      let steps = FilterSteps(image, nodes)
      made = steps
      return steps
    }
  }

  private func fillNodes(_ image: LexiconImage) {
    for (index, node) in image.nodes.enumerated() {
      var own: UInt8 = 0
      for entry in Int(node.firstEntry)..<Int(node.firstEntry) + Int(node.entryCount) { own = max(own, entries[entry]) }
      nodes[index] = own << 2 | own
    }
    var parents = [Int](repeating: 0, count: image.nodes.count)
    for edge in image.edges where edge.child != 0 && Int(edge.parent) < parents.count {
      parents[Int(edge.child)] = Int(edge.parent)
    }
    // A node has a greater number than its parent.
    for child in parents.indices.reversed() {
      let parent = parents[child]
      nodes[parent] = nodes[parent] & 0b1100 | max(nodes[parent] & 0b11, nodes[child] & 0b11)
    }
  }

  private func fillRoots(_ image: LexiconImage) {
    for slot in image.tokens where slot.root != 0 {
      let bit = image.rootBit(mix(slot.low, slot.high))
      let need = nodes[Int(slot.root)] & 0b11
      if need >= LexiconFilter.Need.capital.rawValue { roots[bit >> 6] |= 1 << UInt64(bit & 63) }
      if need >= LexiconFilter.Need.always.rawValue { smallRoots[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
  }
}

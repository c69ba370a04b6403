extension LexiconBuilder {
  /// The lexicon file as bytes.
  /// - Parameter digest: of the inputs, to be found in ``Lexicon/digest``.
  /// - Throws: ``LexiconError`` if a demonym belongs to no concept, or the file would be larger than 4 GiB.
  public func bytes(digest: String) throws(LexiconError) -> [UInt8] {
    var builder = self
    return try builder.makeBytes(digest)
  }

  /// Writes the lexicon file: to a temporary file beside it first, which then takes its name, so that nobody ever sees
  /// half a lexicon.
  /// - Throws: ``LexiconError``; nothing is left behind, and an older file of that name stays as it was.
  public func write(to path: String, digest: String) throws(LexiconError) {
    try AtomicFile.write(bytes(digest: digest), to: path)
  }

  /// Builds a lexicon in memory and opens it.
  public func lexicon(digest: String = "") throws(LexiconError) -> Lexicon { try Lexicon(bytes: bytes(digest: digest)) }

  private mutating func makeBytes(_ digest: String) throws(LexiconError) -> [UInt8] {
    try enterDemonyms()
    for index in concepts.indices where concepts[index].parentId != 0 {
      concepts[index].parent = conceptIndices[concepts[index].parentId].map { $0 + 1 } ?? 0
    }
    let digest = strings.number(digest)
    guard strings.fits else {
      throw LexiconError(.tooLarge, file: "", "The lexicon has more than 4 GiB of text. Split it.")
    }
    let tables = trie.tables()
    var file = FileImage()
    file.append(.strings, strings.bytes)
    file.append(.stringStarts, strings.starts)
    file.append(.tokens, tables.tokens)
    file.append(.rootFilter, tables.rootFilter)
    file.append(.nodes, tables.nodes)
    file.append(.edges, tables.edges)
    file.append(.entries, tables.entries)
    file.append(.concepts, concepts)
    file.append(.forms, forms)
    file.append(.successors, successors)
    file.append(.idOrder, idOrder())
    file.append(.types, types)
    file.append(.cues, cues)
    file.append(.patterns, patterns)
    file.append(.segments, segments)
    guard file.bytes.count < LexiconMemory.greatestSize else {
      throw LexiconError(.tooLarge, file: "", "The lexicon would have more than 4 GiB. Split it.")
    }
    file.finish(digest: digest, depth: UInt32(trie.depth))
    return file.bytes
  }

  /// Indices of the concepts, sorted by the bytes of their identifiers.
  private func idOrder() -> [UInt32] {
    let ids = concepts.map { concept in
      strings.bytes[Int(strings.starts[Int(concept.id)])..<Int(strings.starts[Int(concept.id) + 1])]
    }
    return concepts.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }.map { UInt32($0) }
  }
}

/// A lexicon file that is being put together.
struct FileImage {
  private(set) var bytes = [UInt8](repeating: 0, count: LexiconHeader.size)

  mutating func append<T>(_ section: Section, _ elements: [T]) {
    bytes.append(contentsOf: repeatElement(0, count: -bytes.count & 7))
    put(UInt64(bytes.count), at: LexiconHeader.sectionsOffset + section.rawValue * 16)
    put(UInt64(elements.count), at: LexiconHeader.sectionsOffset + section.rawValue * 16 + 8)
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func finish(digest: UInt32, depth: UInt32) {
    bytes.append(contentsOf: repeatElement(0, count: -bytes.count & 7))
    bytes.replaceSubrange(0..<8, with: LexiconHeader.magic)
    put(LexiconHeader.byteOrder, at: LexiconHeader.byteOrderOffset)
    put(LexiconHeader.version, at: LexiconHeader.versionOffset)
    put(UInt64(bytes.count), at: LexiconHeader.sizeOffset)
    put(digest, at: LexiconHeader.digestOffset)
    put(depth, at: LexiconHeader.depthOffset)
    Self.seal(&bytes)
  }

  /// Sets the check sum of a file that is otherwise complete.
  static func seal(_ bytes: inout [UInt8]) {
    let sum = bytes.withUnsafeBytes { checkSum(UnsafeRawBufferPointer(rebasing: $0[LexiconHeader.digestOffset...])) }
    withUnsafeBytes(of: sum) {
      bytes.replaceSubrange(LexiconHeader.checkSumOffset..<LexiconHeader.digestOffset, with: $0)
    }
  }

  private mutating func put(_ value: some FixedWidthInteger, at offset: Int) {
    withUnsafeBytes(of: value) { bytes.replaceSubrange(offset..<offset + $0.count, with: $0) }
  }
}

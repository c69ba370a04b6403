/// The bytes of a lexicon file in memory, checked once in full, so that nobody else needs to check an index.
struct LexiconImage {
  let bytes: UnsafeRawBufferPointer
  let strings: UnsafeBufferPointer<UInt8>
  let stringStarts: UnsafeBufferPointer<UInt32>
  let tokens: UnsafeBufferPointer<TokenSlot>
  let rootFilter: UnsafeBufferPointer<UInt64>
  let nodes: UnsafeBufferPointer<NodeRecord>
  let edges: UnsafeBufferPointer<EdgeSlot>
  let entries: UnsafeBufferPointer<EntryRecord>
  let concepts: UnsafeBufferPointer<ConceptRecord>
  let forms: UnsafeBufferPointer<FormRecord>
  let successors: UnsafeBufferPointer<UInt32>
  let idOrder: UnsafeBufferPointer<UInt32>
  let types: UnsafeBufferPointer<UInt32>
  let cues: UnsafeBufferPointer<CueRecord>
  let patterns: UnsafeBufferPointer<PatternRecord>
  let segments: UnsafeBufferPointer<SegmentRecord>
  /// String that holds the digest of the inputs.
  let digest: UInt32
  /// Longest form in tokens.
  let depth: Int

  /// - Parameter bytes: the whole file, aligned to 8.
  /// - Throws: ``LexiconError`` for anything that is not exactly what the builder writes.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(LexiconError) {
    func fail(_ code: LexiconError.Code, _ reason: String) -> LexiconError { LexiconError(code, file: file, reason) }
    let header = LexiconHeader.self
    let magic = header.magic
    guard bytes.count >= magic.count, bytes.prefix(magic.count).elementsEqual(magic) else {
      throw fail(.notALexicon, "This is not a compiled lexicon. Compile one with “songngu lexicon compile”.")
    }
    guard bytes.count >= header.size else {
      throw fail(.truncated, "The file is cut off within its header, after \(bytes.count) bytes. Compile it again.")
    }
    let byteOrder = bytes.load(fromByteOffset: header.byteOrderOffset, as: UInt32.self)
    guard byteOrder == header.byteOrder else {
      throw byteOrder.byteSwapped == header.byteOrder
        ? fail(.otherByteOrder, "It was compiled on a machine of the other byte order. Compile it on this one.")
        : fail(.damaged, "The header is damaged. Compile the lexicon again.")
    }
    let version = bytes.load(fromByteOffset: header.versionOffset, as: UInt32.self)
    guard version == header.version else {
      throw fail(
        .otherVersion, "Its format is version \(version), expected \(header.version). Compile the lexicon again.")
    }
    let size = bytes.load(fromByteOffset: header.sizeOffset, as: UInt64.self)
    guard size == UInt64(bytes.count) else {
      throw fail(
        size > UInt64(bytes.count) ? .truncated : .damaged,
        "The file has \(bytes.count) bytes, expected \(size). Compile the lexicon again.")
    }
    let sum = bytes.load(fromByteOffset: header.checkSumOffset, as: UInt64.self)
    guard sum == checkSum(UnsafeRawBufferPointer(rebasing: bytes[header.digestOffset...])) else {
      throw fail(.damaged, "The check sum does not agree with the content. Compile the lexicon again.")
    }

    func section<T>(_ section: Section, as type: T.Type) throws(LexiconError) -> UnsafeBufferPointer<T> {
      let place = header.sectionsOffset + section.rawValue * 16
      let offset = bytes.load(fromByteOffset: place, as: UInt64.self)
      let count = bytes.load(fromByteOffset: place + 8, as: UInt64.self)
      let (length, overflow) = count.multipliedReportingOverflow(by: UInt64(section.stride))
      guard offset % 8 == 0, offset >= header.size, !overflow, offset <= size, length <= size - offset,
        count < UInt64(UInt32.max), MemoryLayout<T>.stride == section.stride
      else {
        throw fail(.damaged, "Section “\(section)” lies outside the file. Compile the lexicon again.")
      }
      return UnsafeBufferPointer(
        start: (bytes.baseAddress! + Int(offset)).assumingMemoryBound(to: T.self), count: Int(count))
    }
    self.bytes = bytes
    strings = try section(.strings, as: UInt8.self)
    stringStarts = try section(.stringStarts, as: UInt32.self)
    tokens = try section(.tokens, as: TokenSlot.self)
    rootFilter = try section(.rootFilter, as: UInt64.self)
    nodes = try section(.nodes, as: NodeRecord.self)
    edges = try section(.edges, as: EdgeSlot.self)
    entries = try section(.entries, as: EntryRecord.self)
    concepts = try section(.concepts, as: ConceptRecord.self)
    forms = try section(.forms, as: FormRecord.self)
    successors = try section(.successors, as: UInt32.self)
    idOrder = try section(.idOrder, as: UInt32.self)
    types = try section(.types, as: UInt32.self)
    cues = try section(.cues, as: CueRecord.self)
    patterns = try section(.patterns, as: PatternRecord.self)
    segments = try section(.segments, as: SegmentRecord.self)
    digest = bytes.load(fromByteOffset: header.digestOffset, as: UInt32.self)
    depth = Int(bytes.load(fromByteOffset: header.depthOffset, as: UInt32.self))
    if let section = firstBadSection() {
      throw fail(.damaged, "Section “\(section)” holds a number that is out of range. Compile the lexicon again.")
    }
  }

  /// The bytes of a string.
  @inline(__always) func utf8(_ string: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = Int(stringStarts[Int(string)])
    return UnsafeBufferPointer(rebasing: strings[start..<Int(stringStarts[Int(string) + 1])])
  }

  func string(_ index: UInt32) -> String { String(decoding: utf8(index), as: UTF8.self) }

  func optionalString(_ index: UInt32) -> String? { index == 0 ? nil : string(index) }
}

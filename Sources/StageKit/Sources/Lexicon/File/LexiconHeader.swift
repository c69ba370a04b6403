/// The sections of a lexicon file, in file order.
enum Section: Int, CaseIterable {
  case strings
  case stringStarts
  case tokens
  case rootFilter
  case nodes
  case edges
  case entries
  case concepts
  case forms
  case successors
  case idOrder
  case types
  case cues
  case patterns
  case segments

  /// Bytes of one element.
  var stride: Int {
    switch self {
    case .strings: 1
    case .stringStarts, .successors, .idOrder, .types: 4
    case .rootFilter: 8
    case .tokens: MemoryLayout<TokenSlot>.stride
    case .nodes: MemoryLayout<NodeRecord>.stride
    case .edges: MemoryLayout<EdgeSlot>.stride
    case .entries: MemoryLayout<EntryRecord>.stride
    case .concepts: MemoryLayout<ConceptRecord>.stride
    case .forms: MemoryLayout<FormRecord>.stride
    case .cues: MemoryLayout<CueRecord>.stride
    case .patterns: MemoryLayout<PatternRecord>.stride
    case .segments: MemoryLayout<SegmentRecord>.stride
    }
  }
}

/// The start of a lexicon file: fixed fields, then offset and element count of each section.
enum LexiconHeader {
  /// Not text, and damaged by anything that converts line ends.
  static let magic: [UInt8] = [0x8E, 0x53, 0x4E, 0x4C, 0x45, 0x58, 0x0D, 0x0A]
  static let byteOrder: UInt32 = 0x0A0B_0C0D
  static let version: UInt32 = 1
  // Offsets of the fields in bytes.
  static let byteOrderOffset = 8
  static let versionOffset = 12
  static let sizeOffset = 16
  /// Of everything behind it.
  static let checkSumOffset = 24
  static let digestOffset = 32
  static let depthOffset = 36
  static let sectionsOffset = 40
  static let size = sectionsOffset + Section.allCases.count * 16
  /// Longest form in tokens.
  static let greatestDepth = 255
}

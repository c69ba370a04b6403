import StageKit

/// The organisations and places of a document for the index: mentions of one concept, or of one unlinked name, gathered.
struct NameList {
  /// Most names that are kept.
  static let maxNames = 2_000
  /// Most mentions of one name that are kept.
  static let maxMentions = 50

  struct Name {
    let type: EntityType
    /// The concept if there is one, otherwise the name as the text has it.
    let key: String
    let concept: String
    let vietnamese: String
    let english: String
    /// As the text first has it.
    let text: String
    var count = 0
    /// Numbers of annotations that the page has an anchor for.
    var anchors: [Int] = []

    init(type: EntityType, concept: String, vietnamese: String, english: String, text: String) {
      self.type = type
      self.concept = concept
      self.vietnamese = vietnamese
      self.english = english
      self.text = text
      key = concept.isEmpty ? text : concept
    }
  }

  /// The most frequent first, then by first mention.
  private(set) var names: [Name] = []
  /// Names left out because there are too many.
  private(set) var left = 0

  init(_ mentions: [PageModel.Mention], of document: Document) {
    let text = document.text
    var keys = StringTable()
    // For each key and type: index of the name, or one of the two below.
    var indices: [Int32] = []
    let unknown: Int32 = -1
    let isLeft: Int32 = -2
    for mention in mentions {
      guard mention.type == .organisation || mention.type == .place else { continue }
      let concept = mention.concept
      let range = mention.range
      let unlinked = concept.isEmpty ? Self.name(text, range) : ""
      let key = keys.number(of: concept.isEmpty ? unlinked : concept)
      if key * EntityType.allCases.count >= indices.count {
        indices.append(contentsOf: repeatElement(unknown, count: EntityType.allCases.count))
      }
      let place = key * EntityType.allCases.count + mention.type.rawValue
      if indices[place] == unknown {
        if names.count == Self.maxNames {
          indices[place] = isLeft
          left += 1
        } else {
          indices[place] = Int32(names.count)
          names.append(
            Name(
              type: mention.type, concept: concept, vietnamese: mention.facts?.name.vi ?? "",
              english: mention.facts?.name.en ?? "",
              text: concept.isEmpty ? unlinked : Self.name(text, range)))
        }
      }
      guard indices[place] != isLeft else { continue }
      let index = Int(indices[place])
      names[index].count += 1
      if mention.isMarked, names[index].anchors.count < Self.maxMentions {
        names[index].anchors.append(mention.number)
      }
    }
    let order = names.indices.sorted { (names[$1].count, $0) < (names[$0].count, $1) }
    names = order.map { names[$0] }
  }
}

extension NameList {
  /// The text of a range as a name: at most 200 bytes, runs of white space as one space.
  private static func name(_ text: Text, _ range: TextRange) -> String {
    let isPlain = text.bytes.withUnsafeBufferPointer { bytes in
      range.count <= 200 && !range.isEmpty && bytes[range.start] > 0x20
        && (range.start + 1..<range.end).allSatisfy {
          bytes[$0] > 0x20 || (bytes[$0] == 0x20 && bytes[$0 - 1] != 0x20)
        }
    }
    if isPlain { return text[range] }
    var bytes: [UInt8] = []
    for byte in text.bytes[range.start..<range.end].prefix(200) {
      if byte > 0x20 {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if range.count > 200 {
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

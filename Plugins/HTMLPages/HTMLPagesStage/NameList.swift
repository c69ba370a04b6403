import StageKit

/// The organisations and places of a document for the index: mentions of one concept, or of one unlinked name, gathered.
struct NameList {
  /// Most names that are kept.
  static let maxNames = 2_000
  /// Most mentions of one name that are kept.
  static let maxMentions = 50

  struct Name {
    let type: EntityType
    let concept: String
    let vietnamese: String
    let english: String
    /// As the text first has it.
    let text: String
    var count = 0
    /// Numbers of annotations that the page has an anchor for.
    var anchors: [Int] = []
  }

  /// The most frequent first, then by first mention.
  private(set) var names: [Name] = []
  /// Names left out because there are too many.
  private(set) var left = 0

  /// - Parameter numbers: those of the concepts; unlinked names are numbered along with them.
  init(
    _ mentions: [PageModel.Mention], _ concepts: [PageModel.Concept], numbers: StringTable, of document: Document
  ) {
    let text = document.text
    var keys = numbers
    // For each key and type: index of the name, or one of the two below.
    var indices: [Int32] = []
    let unknown: Int32 = -1
    let isLeft: Int32 = -2
    let types = EntityType.allCases.count
    for mention in mentions {
      guard mention.type == .organisation || mention.type == .place else { continue }
      let range = mention.range
      let unlinked = mention.concept == nil ? Self.name(text, range) : ""
      let key = mention.concept ?? keys.number(of: unlinked)
      let place = key * types + mention.type.rawValue
      if place >= indices.count {
        indices.append(contentsOf: repeatElement(unknown, count: (key + 1) * types - indices.count))
      }
      if indices[place] == unknown {
        if names.count == Self.maxNames {
          indices[place] = isLeft
          left += 1
        } else {
          indices[place] = Int32(names.count)
          let concept = mention.concept.map { concepts[$0] }
          names.append(
            Name(
              type: mention.type, concept: concept?.id ?? "", vietnamese: concept?.facts?.name.vi ?? "",
              english: concept?.facts?.name.en ?? "",
              text: mention.concept == nil ? unlinked : Self.name(text, range)))
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

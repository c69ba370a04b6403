import StageKit

/// A document, prepared for its page: what is shown, what stands beside what, and what is only counted.
struct PageModel {
  /// Marks of each kind that a page shows at most; what lies behind is counted.
  static let maxEntityMarks = 20_000
  static let maxEditMarks = 4_000
  static let maxFindingMarks = 1_000

  let document: Document
  /// Bytes of the working text that the page shows.
  let shownEnd: Int
  /// The text as the reader delivered it.
  let original: Text
  /// Starts of the paragraphs, and behind them the end of what is shown; in the working text and in the original.
  let cuts: [Int]
  let originalCuts: [Int]
  /// The type of block that starts at each paragraph.
  let blocks: [BlockKind]
  let edits: [EditMark]
  /// Edits that no mark stands for.
  let unmarkedEdits: Int
  /// Entities, and links about no entity, in document order.
  let mentions: [Mention]
  /// The concepts that mentions name, in the order in which they first come.
  let concepts: [Concept]
  /// Mentions that lie behind the shown text or are too many.
  let unmarkedMentions: Int
  let entityCount: Int
  let linkCount: Int
  /// Stretches in one language, in document order.
  let languages: [Stretch]
  let names: NameList
  let findingCounts: [Int]

  enum BlockKind: UInt8 { case paragraph, heading, listItem }

  struct Stretch {
    let range: TextRange
    let language: LanguageTag
  }

  /// A concept, and what the document knows of it.
  struct Concept {
    let id: String
    let facts: ConceptFacts?
  }

  /// An entity with its link, or a link about no entity.
  ///
  /// Holds no references: a page goes through its mentions several times.
  struct Mention {
    /// Index into the document's annotations; an index, because copies of annotations cost more than all else here.
    let annotation: Int
    /// Index of the link.
    let link: Int?
    let number: Int
    let range: TextRange
    let type: EntityType
    /// Among ``PageModel/concepts``, the one that the mention was linked to, or that the tagger named.
    let concept: Int?
    let isMarked: Bool
  }

  init(_ document: Document, maxDisplay: Int) {
    self.document = document
    let paragraphs = Paragraphs(document, maxDisplay: maxDisplay)
    shownEnd = paragraphs.end
    // A text of which nothing is left still has a row, for what arrived.
    cuts = (paragraphs.starts.isEmpty ? [0] : paragraphs.starts) + [paragraphs.end]
    blocks = paragraphs.kinds.isEmpty ? [.paragraph] : paragraphs.kinds
    if document.edits.records.isEmpty {
      original = document.text
      originalCuts = cuts
      edits = []
      unmarkedEdits = 0
    } else {
      let undone = document.edits.undone(from: document.text, points: cuts)
      original = undone.text
      // What was deleted at the very start belongs to the first row.
      originalCuts = PageModel.limited([0] + undone.points.dropFirst(), to: maxDisplay * 2, in: undone.text)
      let marks = EditMark.marks(of: document, ranges: undone.ranges, before: shownEnd, limit: Self.maxEditMarks)
      edits = marks.marks
      unmarkedEdits = marks.left
    }
    let found = Self.mentions(of: document, before: paragraphs.end)
    mentions = found.mentions
    concepts = found.concepts.strings.map { Concept(id: $0, facts: document.concepts[$0]) }
    unmarkedMentions = found.unmarked
    names = NameList(found.mentions, concepts, numbers: found.concepts, of: document)
    entityCount = found.entities
    linkCount = found.links
    languages = document.annotations.withUnsafeBufferPointer { annotations in
      let layer = Layer.language
      return annotations.indices.lazy
        .filter { annotations[$0].layer == layer && !annotations[$0].range.isEmpty }
        .map { Stretch(range: annotations[$0].range, language: LanguageTag(annotations[$0].type)) }
    }
    findingCounts = Finding.Severity.allCases.map { severity in
      document.findings.count { $0.severity == severity }
    }
  }

  private static func mentions(
    of document: Document, before end: Int
  ) -> (mentions: [Mention], concepts: StringTable, unmarked: Int, entities: Int, links: Int) {
    // In place: to copy an annotation is to count four references.
    document.annotations.withUnsafeBufferPointer { annotations in
      let (links, linkCount, entityCount) = bestLinks(annotations)
      let (entityLayer, linkLayer) = (Layer.entity, Layer.link)
      var concepts = StringTable()
      var mentions: [Mention] = []
      mentions.reserveCapacity(entityCount)
      var marked = 0
      for index in annotations.indices {
        let isTerm = annotations[index].target == nil && annotations[index].layer == linkLayer
        guard isTerm || annotations[index].layer == entityLayer else { continue }
        let number = annotations[index].id
        let range = annotations[index].range
        let isMarked = marked < maxEntityMarks && range.end <= end && !range.isEmpty
        if isMarked { marked += 1 }
        let link = isTerm ? index : links[number] < 0 ? nil : Int(links[number])
        let concept =
          (link.flatMap { Self.concept(annotations[$0].attributes) } ?? Self.concept(annotations[index].attributes))
          .flatMap { $0.isEmpty ? nil : concepts.number(of: $0) }
        mentions.append(
          Mention(
            annotation: index, link: link, number: number, range: range,
            type: isTerm ? .term : EntityType(annotations[index].type), concept: concept, isMarked: isMarked))
      }
      return (mentions, concepts, mentions.count - marked, entityCount, linkCount)
    }
  }

  /// The identifier that a list of attributes names; empty if it is no string, `nil` if there is none.
  private static func concept(_ attributes: [Annotation.Attribute]) -> String? {
    attributes.withUnsafeBufferPointer { attributes in
      for index in attributes.indices
      where attributes[index].name.utf8.count == 7 && attributes[index].name == "concept" {
        if case .string(let id) = attributes[index].value { return id }
        return ""
      }
      return nil
    }
  }

  /// By number of the entity: the index of its best link, or -1; and how many links and entities there are.
  private static func bestLinks(
    _ annotations: UnsafeBufferPointer<Annotation>
  ) -> (links: [Int32], linkCount: Int, entityCount: Int) {
    let (entityLayer, linkLayer) = (Layer.entity, Layer.link)
    var lastNumber = -1
    for index in annotations.indices { lastNumber = max(lastNumber, annotations[index].id) }
    var links = [Int32](repeating: -1, count: lastNumber + 1)
    var linkCount = 0
    var entityCount = 0
    for index in annotations.indices {
      if annotations[index].layer == entityLayer { entityCount += 1 }
      guard annotations[index].layer == linkLayer else { continue }
      linkCount += 1
      // The entity of a link may have been dropped, when an editor deleted its text.
      guard let target = annotations[index].target, target <= lastNumber else { continue }
      let known = Int(links[target])
      if known < 0 || annotations[known].score < annotations[index].score { links[target] = Int32(index) }
    }
    return (links, linkCount, entityCount)
  }

  /// Cut points no further than `limit` bytes in: a deletion may have been longer than all that is shown.
  private static func limited(_ points: [Int], to limit: Int, in text: Text) -> [Int] {
    guard let last = points.last, last > limit else { return points }
    var limit = limit
    while !text.isScalarBoundary(limit) { limit -= 1 }
    return points.map { min($0, limit) }
  }

  /// The page's file: the identifier of the document, in hexadecimal if it has anything but letters, digits, `-` and `_`.
  var fileName: String {
    let isPlain = document.id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D
        || byte == 0x5F
    }
    // “index” and “names” are pages of the run.
    let isFree = !document.id.isEmpty && !document.id.hasPrefix("index") && !document.id.hasPrefix("names")
    if isPlain, isFree, document.id.utf8.count <= 128 { return document.id + ".html" }
    return "x-"
      + document.id.utf8.prefix(100).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined() + ".html"
  }

  /// The title if the document has one, otherwise the last part of its URI.
  var title: String {
    if let title = document.metadata.first(where: { $0.name == "title" })?.value.string, !title.isEmpty {
      return title
    }
    let name = document.source.uri.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) }
    return name ?? document.id
  }
}

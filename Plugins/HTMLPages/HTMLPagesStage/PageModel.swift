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
  /// Mentions that lie behind the shown text or are too many.
  let unmarkedMentions: Int
  let linkCount: Int
  let names: NameList
  let findingCounts: [Int]

  enum BlockKind: UInt8 { case paragraph, heading, listItem }

  /// An entity with its link, or a link about no entity.
  struct Mention {
    let annotation: Annotation
    let link: Annotation?
    let type: EntityType
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
    unmarkedMentions = found.unmarked
    names = NameList(found.mentions, in: document.text)
    linkCount = found.links
    findingCounts = Finding.Severity.allCases.map { severity in
      document.findings.count { $0.severity == severity }
    }
  }

  private static func mentions(
    of document: Document, before end: Int
  ) -> (mentions: [Mention], unmarked: Int, links: Int) {
    var links: [Int: Annotation] = [:]
    var linkCount = 0
    var entityCount = 0
    for annotation in document.annotations {
      if annotation.layer == .entity { entityCount += 1 }
      guard annotation.layer == .link else { continue }
      linkCount += 1
      if let target = annotation.target, links[target].map({ $0.score < annotation.score }) ?? true {
        links[target] = annotation
      }
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(entityCount)
    var marked = 0
    for annotation in document.annotations {
      let isTerm = annotation.layer == .link && annotation.target == nil
      guard annotation.layer == .entity || isTerm else { continue }
      let isMarked = marked < maxEntityMarks && annotation.range.end <= end && !annotation.range.isEmpty
      if isMarked { marked += 1 }
      mentions.append(
        Mention(
          annotation: annotation, link: isTerm ? annotation : links[annotation.id],
          type: isTerm ? .term : EntityType(annotation.type), isMarked: isMarked))
    }
    return (mentions, mentions.count - marked, linkCount)
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

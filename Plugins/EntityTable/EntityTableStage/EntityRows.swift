import StageKit

/// The rows of one document.
struct EntityRows: ~Copyable {
  private let document: Document
  private let offsets: OffsetTable
  private var cells: CellWriter

  init(_ document: Document, separator: Separator, guardsFormulas: Bool) {
    self.document = document
    offsets = OffsetTable(document.text)
    cells = CellWriter(separator: separator, guardsFormulas: guardsFormulas)
  }

  mutating func render(_ context: StageContext) throws -> [UInt8] {
    var links: [Int: Annotation] = [:]
    for annotation in document.annotations where annotation.layer == .link {
      if let target = annotation.target, links[target].map({ $0.score < annotation.score }) ?? true {
        links[target] = annotation
      }
    }
    var sentences = SentenceCursor(document)
    var count = 0
    for annotation in document.annotations {
      let isTerm = annotation.layer == .link && annotation.target == nil
      guard annotation.layer == .entity || isTerm else { continue }
      count += 1
      if count % 1024 == 0 { try context.checkCancelled() }
      write(annotation, link: isTerm ? annotation : links[annotation.id], sentences.context(of: annotation.range))
    }
    return cells.bytes
  }

  private mutating func write(_ entity: Annotation, link: Annotation?, _ context: Excerpt) {
    cells.text(document.id)
    cells.text(document.source.uri)
    cells.text(entity.type)
    cells.text(document.text.bytes, entity.range)
    let concept = link?[attribute: "concept"] ?? entity[attribute: "concept"]
    cells.text(concept?.string ?? "")
    cells.text(link?[attribute: "name-vi"]?.string ?? "")
    cells.text(link?[attribute: "name-en"]?.string ?? "")
    cells.text((link?[attribute: "match"] ?? entity[attribute: "match"])?.string ?? "")
    cells.number(entity.score)
    cells.text(entity.rule)
    cells.excerpt(document.text.bytes, context)
    cells.number(entity.range.start)
    cells.number(entity.range.end)
    cells.number(offsets.position(entity.range.start).scalar)
    cells.number(offsets.position(entity.range.end).scalar)
    let source = document.alignment.source(of: entity.range)
    if let first = source.first {
      let last = source.last { $0.part == first.part } ?? first
      let parts = document.source.parts
      cells.text(first.part < parts.count ? parts[first.part].name : "")
      cells.number(first.start)
      cells.number(last.end)
    } else {
      cells.text("")
      cells.text("")
      cells.text("")
    }
    cells.endRow()
  }
}

import StageKit

/// The rows of one document.
struct EntityRows: ~Copyable {
  private let document: Document
  private let offsets: OffsetTable
  private var cells: CellWriter
  /// The cells that are the same in all rows.
  private let documentCells: [UInt8]

  init(_ document: Document, separator: Separator, guardsFormulas: Bool) {
    self.document = document
    offsets = OffsetTable(document.text)
    cells = CellWriter(
      separator: separator, guardsFormulas: guardsFormulas, capacity: 4096 + 320 * document.annotations.count / 3)
    var shared = CellWriter(separator: separator, guardsFormulas: guardsFormulas, capacity: 256)
    shared.text(document.id)
    shared.text(document.source.uri)
    documentCells = shared.bytes
  }

  mutating func render(_ context: StageContext) throws -> [UInt8] {
    let links = bestLinks()
    var sentences = SentenceCursor(document)
    var count = 0
    for index in document.annotations.indices {
      let isTerm = document.annotations[index].layer == .link && document.annotations[index].target == nil
      guard isTerm || document.annotations[index].layer == .entity else { continue }
      count += 1
      if count % 1024 == 0 { try context.checkCancelled() }
      let link = isTerm ? index : Int(links[document.annotations[index].id])
      write(index, link: link < 0 ? nil : link, sentences.context(of: document.annotations[index].range))
    }
    return cells.bytes
  }

  /// By number of the entity: the index of its best link, or -1.
  ///
  /// Indices, because to copy an annotation is to count five references.
  private func bestLinks() -> [Int32] {
    let annotations = document.annotations
    var lastNumber = -1
    for index in annotations.indices { lastNumber = max(lastNumber, annotations[index].id) }
    var links = [Int32](repeating: -1, count: lastNumber + 1)
    for index in annotations.indices where annotations[index].layer == .link {
      // The entity of a link may have been dropped, when an editor deleted its text.
      guard let target = annotations[index].target, target <= lastNumber else { continue }
      let known = Int(links[target])
      if known < 0 || annotations[known].score < annotations[index].score { links[target] = Int32(index) }
    }
    return links
  }

  private mutating func write(_ entity: Int, link: Int?, _ context: Excerpt) {
    let range = document.annotations[entity].range
    cells.written(documentCells)
    cells.text(document.annotations[entity].type)
    cells.text(document.text.bytes, range)
    cells.text(attribute("concept", link) ?? attribute("concept", entity) ?? "")
    cells.text(attribute("name-vi", link) ?? "")
    cells.text(attribute("name-en", link) ?? "")
    cells.text(attribute("match", link) ?? attribute("match", entity) ?? "")
    cells.number(document.annotations[entity].score)
    cells.text(document.annotations[entity].rule)
    cells.excerpt(document.text.bytes, context)
    cells.number(range.start)
    cells.number(range.end)
    cells.number(offsets.position(range.start).scalar)
    cells.number(offsets.position(range.end).scalar)
    writeSource(of: range)
    cells.endRow()
  }

  private func attribute(_ name: String, _ annotation: Int?) -> String? {
    annotation.flatMap { document.annotations[$0][attribute: name]?.string }
  }

  private mutating func writeSource(of range: TextRange) {
    var first: SourceRange?
    var end = 0
    document.alignment.forEachSource(of: range) { source in
      if first == nil { first = source }
      if source.part == first?.part { end = source.end }
    }
    if let first {
      let parts = document.source.parts
      cells.text(first.part < parts.count ? parts[first.part].name : "")
      cells.number(first.start)
      cells.number(end)
    } else {
      cells.text("")
      cells.text("")
      cells.text("")
    }
  }
}

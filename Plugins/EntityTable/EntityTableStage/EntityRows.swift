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
    let annotations = document.annotations
    for index in annotations.indices {
      let layer = annotations[index].layer
      let isTerm = layer == .link && annotations[index].target == nil
      guard isTerm || layer == .entity else { continue }
      count += 1
      if count % 1024 == 0 { try context.checkCancelled() }
      let link = isTerm ? index : Int(links[annotations[index].id])
      write(annotations, index, link: link < 0 ? nil : link, sentences.context(of: annotations[index].range))
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

  private mutating func write(_ annotations: [Annotation], _ entity: Int, link: Int?, _ context: Excerpt) {
    let range = annotations[entity].range
    let own = annotations[entity].attributes
    let linked = link.map { annotations[$0].attributes } ?? []
    cells.written(documentCells)
    cells.text(annotations[entity].type)
    cells.text(document.text.bytes, range)
    let concept = (linked.value(of: "concept") ?? own.value(of: "concept"))?.string ?? ""
    let facts = concept.isEmpty ? nil : document.concepts[concept]
    cells.text(concept)
    cells.text(facts?.name.vi ?? "")
    cells.text(facts?.name.en ?? "")
    cells.text((linked.value(of: "match") ?? own.value(of: "match"))?.string ?? "")
    cells.number(annotations[entity].score)
    cells.text(annotations[entity].rule)
    cells.excerpt(document.text.bytes, context)
    cells.number(range.start)
    cells.number(range.end)
    cells.number(offsets.position(range.start).scalar)
    cells.number(offsets.position(range.end).scalar)
    writeSource(of: range)
    cells.endRow()
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

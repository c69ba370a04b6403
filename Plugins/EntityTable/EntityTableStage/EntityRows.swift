import StageKit

/// The rows of one document.
struct EntityRows: ~Copyable {
  private let document: Document
  private let offsets: OffsetTable
  private var cells: CellWriter
  /// The cells that are the same in all rows.
  private let documentCells: [UInt8]
  private let separator: Separator
  private let guardsFormulas: Bool
  private var cursor: AlignmentCursor

  init(_ document: Document, separator: Separator, guardsFormulas: Bool) {
    self.document = document
    self.separator = separator
    self.guardsFormulas = guardsFormulas
    cursor = AlignmentCursor(document.alignment)
    offsets = OffsetTable(document.text)
    cells = CellWriter(
      separator: separator, guardsFormulas: guardsFormulas, capacity: 4096 + 320 * document.annotations.count / 3)
    var shared = CellWriter(separator: separator, guardsFormulas: guardsFormulas, capacity: 256)
    shared.text(document.id)
    shared.text(document.source.uri)
    documentCells = shared.bytes
  }

  mutating func render(_ pieces: inout ConceptPieces, _ context: StageContext) throws -> [UInt8] {
    // In place: to copy an annotation is to count four references.
    try document.annotations.withUnsafeBufferPointer { annotations in
      let links = Self.bestLinks(annotations)
      let (entityLayer, linkLayer) = (Layer.entity, Layer.link)
      var sentences = SentenceCursor(document)
      var count = 0
      for index in annotations.indices {
        let isTerm = annotations[index].target == nil && annotations[index].layer == linkLayer
        guard isTerm || annotations[index].layer == entityLayer else { continue }
        count += 1
        if count % 1024 == 0 { try context.checkCancelled() }
        let link = isTerm ? index : Int(links[annotations[index].id])
        let context = sentences.context(of: annotations[index].range)
        write(annotations, index, link: link < 0 ? nil : link, context, &pieces)
      }
    }
    return cells.bytes
  }

  /// By number of the entity: the index of its best link, or -1.
  private static func bestLinks(_ annotations: UnsafeBufferPointer<Annotation>) -> [Int32] {
    let layer = Layer.link
    var lastNumber = -1
    for index in annotations.indices { lastNumber = max(lastNumber, annotations[index].id) }
    var links = [Int32](repeating: -1, count: lastNumber + 1)
    for index in annotations.indices where annotations[index].layer == layer {
      // The entity of a link may have been dropped, when an editor deleted its text.
      guard let target = annotations[index].target, target <= lastNumber else { continue }
      let known = Int(links[target])
      if known < 0 || annotations[known].score < annotations[index].score { links[target] = Int32(index) }
    }
    return links
  }

  private mutating func write(
    _ annotations: UnsafeBufferPointer<Annotation>, _ entity: Int, link: Int?, _ context: Excerpt,
    _ pieces: inout ConceptPieces
  ) {
    let range = annotations[entity].range
    var said = Said()
    if let link { said.add(annotations[link].attributes) }
    if link != entity { said.add(annotations[entity].attributes) }
    cells.written(documentCells, documentCells.indices)
    cells.text(annotations[entity].type)
    cells.text(document.text.bytes, range)
    writeConcept(said.concept ?? "", &pieces)
    cells.text(said.match ?? "")
    cells.number(annotations[entity].score)
    cells.text(annotations[entity].rule)
    cells.excerpt(document.text.bytes, context)
    cells.numbers(range.start, range.end)
    cells.numbers(offsets.position(range.start).scalar, offsets.position(range.end).scalar)
    writeSource(of: range)
    cells.endRow()
  }

  /// What the attributes of a link and of its entity say, the link's first.
  private struct Said {
    var concept: String?
    var match: String?

    mutating func add(_ attributes: [Annotation.Attribute]) {
      attributes.withUnsafeBufferPointer { attributes in
        for index in attributes.indices {
          let length = attributes[index].name.utf8.count
          if length == 7, concept == nil, attributes[index].name == "concept" {
            concept = attributes[index].value.string
          } else if length == 5, match == nil, attributes[index].name == "match" {
            match = attributes[index].value.string
          }
        }
      }
    }
  }

  /// The identifier of the concept and both its names, which are the same in every row that has it.
  private mutating func writeConcept(_ id: String, _ pieces: inout ConceptPieces) {
    guard !id.isEmpty, let facts = document.concepts[id] else {
      cells.text(id)
      cells.text("")
      cells.text("")
      return
    }
    let range = pieces.range(of: facts) { facts in
      var cells = CellWriter(separator: separator, guardsFormulas: guardsFormulas, capacity: 256)
      cells.text(facts.id)
      cells.text(facts.name.vi ?? "")
      cells.text(facts.name.en ?? "")
      return cells.bytes
    }
    cells.written(pieces.bytes, range)
  }

  private mutating func writeSource(of range: TextRange) {
    var first = cursor.onlySource(of: range)
    var end = first?.end ?? 0
    if first == nil {
      document.alignment.forEachSource(of: range) { source in
        if first == nil { first = source }
        if source.part == first?.part { end = source.end }
      }
    }
    if let first {
      let parts = document.source.parts
      cells.text(first.part < parts.count ? parts[first.part].name : "")
      cells.numbers(first.start, end)
    } else {
      cells.text("")
      cells.text("")
      cells.text("")
    }
  }
}

import StageKit

/// What the cards of a page say, as JSON inside the page: strings and concepts once, marks as short arrays.
struct CardData: ~Copyable {
  private let model: PageModel
  private let document: Document
  private var strings = StringTable()
  /// By number of a string: the first link to the concept of that name, or -1.
  private var conceptLinks: [Int32] = []
  private var json: JSONWriter

  init(_ model: PageModel) {
    self.model = model
    document = model.document
    json = JSONWriter(capacity: 4096 + 256 * model.mentions.count, isForHTML: true)
  }

  /// `{stages, marks: {id: […]}, edits: {number: […]}, concepts: {id: […]}, strings}`; `Assets.script` reads it.
  mutating func render() -> [UInt8] {
    json.beginObject()
    json.key("stages")
    json.beginArray()
    for entry in document.provenance {
      json.string(entry.stage + " · " + entry.module + " " + entry.version)
    }
    json.endArray()
    json.key("marks")
    json.beginObject()
    for mention in model.mentions where mention.isMarked { write(mention) }
    json.endObject()
    json.key("edits")
    json.beginObject()
    for mark in model.edits { write(mark) }
    json.endObject()
    json.key("concepts")
    json.beginObject()
    for (id, link) in concepts() { write(id, link) }
    json.endObject()
    json.key("strings")
    json.beginArray()
    for string in strings.strings { json.string(DocumentPage.shortened(string, to: 500)) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// The concepts of the page with a link to each, by identifier.
  private func concepts() -> [(id: String, link: Int)] {
    var concepts: [(id: String, link: Int)] = []
    for (number, link) in conceptLinks.enumerated() where link >= 0 {
      concepts.append((strings.strings[number], Int(link)))
    }
    return concepts.sorted { $0.id < $1.id }
  }

  /// Writes `[name, name, definition, definition, fact, value …]`.
  private mutating func write(_ concept: String, _ link: Int) {
    json.key(concept)
    json.beginArray()
    let attributes = document.annotations[link].attributes
    writeText("name-vi", of: attributes)
    writeText("name-en", of: attributes)
    writeText("definition-vi", of: attributes)
    writeText("definition-en", of: attributes)
    for attribute in attributes.prefix(24) where AttributeKind(attribute.name) == .conceptFact {
      json.string(attribute.name)
      json.string(Self.shown(attribute.value))
    }
    json.endArray()
  }

  private mutating func writeText(_ name: String, of attributes: [Annotation.Attribute]) {
    json.string(DocumentPage.shortened(attributes.value(of: name)?.string ?? "", to: 2000))
  }

  /// Writes `[type, rule, score, by, source, concept, match, link rule, link score, link by, candidates, more]`.
  private mutating func write(_ mention: PageModel.Mention) {
    let annotations = document.annotations
    let annotation = mention.annotation
    json.key(decimal: mention.number)
    json.beginArray()
    json.number(strings.number(of: annotations[annotation].type))
    json.number(strings.number(of: annotations[annotation].rule))
    json.number(annotations[annotation].score)
    json.number(annotations[annotation].by)
    writeSource(of: mention.range)
    let concept = strings.number(of: mention.concept)
    if let link = mention.link, !mention.concept.isEmpty { note(concept, link) }
    json.number(concept)
    let match =
      mention.link.flatMap { annotations[$0].attributes.value(of: "match") }
      ?? annotations[annotation].attributes.value(of: "match")
    json.number(strings.number(of: match?.string ?? ""))
    if let link = mention.link {
      json.number(strings.number(of: annotations[link].rule))
      json.number(annotations[link].score)
      json.number(annotations[link].by)
      writeCandidates(annotations[link].attributes.value(of: "candidates"), besides: mention.concept)
    } else {
      json.raw(",null,null,null,[]")
    }
    json.beginArray()
    writeRest(annotations[annotation].attributes)
    if let link = mention.link, link != annotation { writeRest(annotations[link].attributes) }
    json.endArray()
    json.endArray()
  }

  private mutating func note(_ concept: Int, _ link: Int) {
    while conceptLinks.count <= concept { conceptLinks.append(-1) }
    if conceptLinks[concept] < 0 { conceptLinks[concept] = Int32(link) }
  }

  /// Whatever else a stage says, as names and values.
  private mutating func writeRest(_ attributes: [Annotation.Attribute]) {
    for index in attributes.indices.prefix(24) where AttributeKind(attributes[index].name) == .other {
      json.number(strings.number(of: attributes[index].name))
      json.number(strings.number(of: Self.shown(attributes[index].value)))
    }
  }

  private static func shown(_ value: Value) -> String {
    if case .string(let text) = value { return DocumentPage.shortened(text, to: 300) }
    let text = value.list.map { $0.map(\.description).joined(separator: ", ") } ?? value.description
    return DocumentPage.shortened(text, to: 300)
  }

  /// The other concepts that were considered, as `[id, score, id, score …]`.
  private mutating func writeCandidates(_ candidates: Value?, besides concept: String) {
    json.beginArray()
    for candidate in (candidates?.list ?? []).prefix(8) {
      guard let pair = candidate.list, pair.count == 2, let id = pair[0].string, id != concept else { continue }
      json.number(strings.number(of: id))
      json.number(pair[1].number ?? 0)
    }
    json.endArray()
  }

  /// Writes `[reason, by, score, count, source]`.
  private mutating func write(_ mark: EditMark) {
    let record = document.edits.records[mark.number]
    json.key(decimal: mark.number)
    json.beginArray()
    json.number(strings.number(of: record.reason))
    json.number(record.by)
    json.number(Float(record.score))
    json.number(mark.count)
    writeSource(record.source)
    json.endArray()
  }

  /// `[part, start, end, …]`, at most three stretches.
  private mutating func writeSource(of range: TextRange) {
    json.beginArray()
    var left = 3
    document.alignment.forEachSource(of: range) {
      if left > 0 { write($0) }
      left -= 1
    }
    json.endArray()
  }

  private mutating func writeSource(_ ranges: [SourceRange]) {
    json.beginArray()
    for range in ranges.prefix(3) { write(range) }
    json.endArray()
  }

  private mutating func write(_ source: SourceRange) {
    json.number(
      strings.number(of: source.part < document.source.parts.count ? document.source.parts[source.part].name : ""))
    json.number(source.start)
    json.number(source.end)
  }
}

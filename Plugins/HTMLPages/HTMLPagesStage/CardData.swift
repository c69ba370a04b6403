import StageKit

/// What the cards of a page say, as JSON inside the page: strings and concepts once, marks as short arrays.
struct CardData: ~Copyable {
  private let model: PageModel
  private var document: Document { model.document }
  private var strings: [String: Int] = [:]
  private var concepts: [String: Annotation] = [:]
  private var json = JSONWriter(capacity: 4096, isForHTML: true)

  init(_ model: PageModel) { self.model = model }

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
    for (id, link) in concepts.sorted(by: { $0.key < $1.key }) {
      json.key(id)
      json.beginArray()
      for attribute in ["name-vi", "name-en", "definition-vi", "definition-en"] {
        json.string(DocumentPage.shortened(link[attribute: attribute]?.string ?? "", to: 2000))
      }
      for attribute in link.attributes.prefix(24) where Self.conceptFacts.contains(attribute.name) {
        json.string(attribute.name)
        json.string(Self.shown(attribute.value))
      }
      json.endArray()
    }
    json.endObject()
    json.key("strings")
    json.beginArray()
    for (string, _) in strings.sorted(by: { $0.value < $1.value }) {
      json.string(DocumentPage.shortened(string, to: 500))
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// Index in the table of strings.
  private mutating func index(_ string: String) -> Int {
    if let known = strings[string] { return known }
    strings[string] = strings.count
    return strings.count - 1
  }

  /// Writes `[type, rule, score, by, source, concept, match, link rule, link score, link by, candidates, more]`.
  private mutating func write(_ mention: PageModel.Mention) {
    let annotation = document.annotations[mention.annotation]
    let link = mention.link.map { document.annotations[$0] }
    let concept = mention.concept
    if let link, !concept.isEmpty, concepts[concept] == nil { concepts[concept] = link }
    json.key(decimal: annotation.id)
    json.beginArray()
    json.number(index(annotation.type))
    json.number(index(annotation.rule))
    json.number(annotation.score)
    json.number(annotation.by)
    writeSource(document.alignment.source(of: annotation.range))
    json.number(index(concept))
    json.number(index((link?[attribute: "match"] ?? annotation[attribute: "match"])?.string ?? ""))
    if let link {
      json.number(index(link.rule))
      json.number(link.score)
      json.number(link.by)
      writeCandidates(link, besides: concept)
    } else {
      json.null()
      json.null()
      json.null()
      json.beginArray()
      json.endArray()
    }
    json.beginArray()
    writeRest(annotation.attributes)
    if let link, mention.link != mention.annotation { writeRest(link.attributes) }
    json.endArray()
    json.endArray()
  }

  /// Attributes that have a place of their own on the card.
  private static let shownElsewhere: Set<String> = [
    "concept", "match", "candidates", "name-vi", "name-en", "definition-vi", "definition-en",
  ]
  /// Attributes of a link that are facts about its concept, and are written once for it.
  private static let conceptFacts: Set<String> = [
    "concept-type", "note", "parent", "successors", "valid-from", "valid-to",
  ]

  /// Whatever else a stage says, as names and values.
  private mutating func writeRest(_ attributes: [Annotation.Attribute]) {
    for attribute in attributes.prefix(24)
    where !Self.shownElsewhere.contains(attribute.name) && !Self.conceptFacts.contains(attribute.name) {
      json.number(index(attribute.name))
      json.number(index(Self.shown(attribute.value)))
    }
  }

  private static func shown(_ value: Value) -> String {
    let text = value.list.map { $0.map(\.description).joined(separator: ", ") } ?? value.description
    return DocumentPage.shortened(text, to: 300)
  }

  /// The other concepts that were considered, as `[id, score, id, score …]`.
  private mutating func writeCandidates(_ link: Annotation, besides concept: String) {
    json.beginArray()
    for candidate in (link[attribute: "candidates"]?.list ?? []).prefix(8) {
      guard let pair = candidate.list, pair.count == 2, let id = pair[0].string, id != concept else { continue }
      json.number(index(id))
      json.number(pair[1].number ?? 0)
    }
    json.endArray()
  }

  /// Writes `[reason, by, score, count, source]`.
  private mutating func write(_ mark: EditMark) {
    let record = document.edits.records[mark.number]
    json.key(decimal: mark.number)
    json.beginArray()
    json.number(index(record.reason))
    json.number(record.by)
    json.number(Float(record.score))
    json.number(mark.count)
    writeSource(record.source)
    json.endArray()
  }

  /// `[part, start, end, …]`, at most three stretches.
  private mutating func writeSource(_ ranges: [SourceRange]) {
    json.beginArray()
    for range in ranges.prefix(3) {
      let parts = document.source.parts
      json.number(index(range.part < parts.count ? parts[range.part].name : ""))
      json.number(range.start)
      json.number(range.end)
    }
    json.endArray()
  }
}

import StageKit

/// What the cards of a page say, as JSON inside the page: strings and concepts once, marks as short arrays.
///
/// Arrays end with their last element that says something; `Assets.script` knows what the others are.
struct CardData: ~Copyable {
  private let model: PageModel
  private let document: Document
  private var strings = StringTable()
  /// By number in the model: the number among the concepts of the cards, or -1.
  private var conceptNumbers: [Int32]
  /// Numbers in the model.
  private var concepts: [Int] = []
  private var lastPart: (part: Int, number: Int)?
  private var cursor: AlignmentCursor
  private var json: JSONWriter

  init(_ model: PageModel) {
    self.model = model
    document = model.document
    conceptNumbers = [Int32](repeating: -1, count: model.concepts.count)
    cursor = AlignmentCursor(document.alignment)
    json = JSONWriter(capacity: 4096 + 256 * model.mentions.count, isForHTML: true)
  }

  /// `{stages, marks: {id: […]}, edits: {number: […]}, concepts: [[…]], strings}`; `Assets.script` reads it.
  mutating func render(_ pieces: inout ConceptPieces) -> [UInt8] {
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
    json.beginArray()
    for number in concepts {
      if let facts = model.concepts[number].facts {
        let range = pieces.range(of: facts) { facts in
          var json = JSONWriter(capacity: 512, isForHTML: true)
          Self.write(facts, &json)
          return json.bytes
        }
        json.member(pieces.bytes, range)
      } else {
        json.beginArray()
        Self.write(model.concepts[number].id, to: 300, &json)
        json.endArray()
      }
    }
    json.endArray()
    json.key("strings")
    json.beginArray()
    for string in strings.strings { json.string(DocumentPage.shortened(string, to: 500)) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// Writes `[id, name vi, name en, definition vi, definition en, type, parent, from, to, successors, note]`.
  private static func write(_ facts: ConceptFacts, _ json: inout JSONWriter) {
    let elements: [(text: String?, limit: Int)] = [
      (facts.id, 300), (facts.name.vi, 2000), (facts.name.en, 2000), (facts.definition.vi, 2000),
      (facts.definition.en, 2000), (facts.type, 300), (facts.parent, 300), (facts.validFrom, 300),
      (facts.validTo, 300), (facts.successors.joined(separator: ", "), 300), (facts.note, 300),
    ]
    let last = elements.lastIndex { $0.text?.isEmpty == false } ?? 0
    json.beginArray()
    for element in elements[...last] { write(element.text, to: element.limit, &json) }
    json.endArray()
  }

  private static func write(_ text: String?, to limit: Int, _ json: inout JSONWriter) {
    json.string(DocumentPage.shortened(text ?? "", to: limit))
  }

  /// Writes `[type, rule, score, by, source, concept, match, link rule, link score, link by, candidates, more]`; the
  /// concept is a number, or -1.
  private mutating func write(_ mention: PageModel.Mention) {
    json.key(decimal: mention.number)
    json.beginArray()
    document.annotations.withUnsafeBufferPointer { annotations in
      let own = mention.annotation
      json.number(strings.number(of: annotations[own].type))
      json.number(strings.number(of: annotations[own].rule))
      json.number(annotations[own].score)
      json.number(annotations[own].by)
    }
    writeSource(of: mention.range)
    writeConcept(of: mention)
    json.endArray()
  }

  private mutating func writeConcept(of mention: PageModel.Mention) {
    let said = document.annotations.withUnsafeBufferPointer { annotations in
      var said = Said()
      if let link = mention.link { said.add(annotations[link].attributes) }
      if mention.link != mention.annotation { said.add(annotations[mention.annotation].attributes) }
      return said
    }
    guard said.hasMore || mention.link != nil || said.match != nil || mention.concept != nil else { return }
    json.number(mention.concept.map { number(ofConcept: $0) } ?? -1)
    json.number(strings.number(of: said.match ?? ""))
    guard said.hasMore || mention.link != nil else { return }
    if let link = mention.link {
      writeLink(link)
      guard said.hasMore || said.candidates.count > 1 || mention.concept == nil else { return }
      write(said.candidates, besides: mention.concept.map { model.concepts[$0].id } ?? "")
    } else {
      json.raw(",null,null,null,[]")
    }
    guard said.hasMore else { return }
    json.beginArray()
    writeRest(document.annotations[mention.annotation].attributes)
    if let link = mention.link, link != mention.annotation { writeRest(document.annotations[link].attributes) }
    json.endArray()
  }

  private mutating func writeLink(_ link: Int) {
    document.annotations.withUnsafeBufferPointer { annotations in
      json.number(strings.number(of: annotations[link].rule))
      json.number(annotations[link].score)
      json.number(annotations[link].by)
    }
  }

  /// The number of the part's name among the strings; asked for each mention, and nearly always about the same part.
  private mutating func number(ofPart part: Int) -> Int {
    if let last = lastPart, last.part == part { return last.number }
    let parts = document.source.parts
    let number = strings.number(of: part < parts.count ? parts[part].name : "")
    lastPart = (part, number)
    return number
  }

  /// The number among the concepts of the cards of the model's concept `index`.
  private mutating func number(ofConcept index: Int) -> Int {
    if conceptNumbers[index] < 0 {
      conceptNumbers[index] = Int32(concepts.count)
      concepts.append(index)
    }
    return Int(conceptNumbers[index])
  }

  /// What the attributes of a mention and its link say, the link's first.
  private struct Said {
    var match: String?
    var candidates: [Value] = []
    var hasMore = false

    mutating func add(_ attributes: [Annotation.Attribute]) {
      attributes.withUnsafeBufferPointer { attributes in
        for index in attributes.indices.prefix(24) {
          let length = attributes[index].name.utf8.count
          if length == 7, attributes[index].name == "concept" { continue }
          if length == 5, attributes[index].name == "match" {
            if match == nil, case .string(let text) = attributes[index].value { match = text }
          } else if length == 10, attributes[index].name == "candidates" {
            if candidates.isEmpty, case .list(let list) = attributes[index].value { candidates = list }
          } else {
            hasMore = true
          }
        }
      }
    }
  }

  private static func hasOwnPlace(_ name: String) -> Bool {
    // Lengths first: this is asked for each attribute of each mention.
    switch name.utf8.count {
    case 5: name == "match"
    case 7: name == "concept"
    case 10: name == "candidates"
    default: false
    }
  }

  /// Whatever else a stage says, as names and values.
  private mutating func writeRest(_ attributes: [Annotation.Attribute]) {
    for index in attributes.indices.prefix(24) where !Self.hasOwnPlace(attributes[index].name) {
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
  private mutating func write(_ candidates: [Value], besides concept: String) {
    json.beginArray()
    for candidate in candidates.prefix(8) {
      guard case .list(let pair) = candidate, pair.count == 2, case .string(let id) = pair[0], id != concept else {
        continue
      }
      json.number(strings.number(of: id))
      if case .number(let score) = pair[1] { json.number(score) } else { json.number(0) }
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
    if let only = cursor.onlySource(of: range) {
      write(only)
    } else {
      var left = 3
      document.alignment.forEachSource(of: range) {
        if left > 0 { write($0) }
        left -= 1
      }
    }
    json.endArray()
  }

  private mutating func writeSource(_ ranges: [SourceRange]) {
    json.beginArray()
    for range in ranges.prefix(3) { write(range) }
    json.endArray()
  }

  private mutating func write(_ source: SourceRange) {
    json.number(number(ofPart: source.part))
    json.number(source.start)
    json.number(source.end)
  }
}

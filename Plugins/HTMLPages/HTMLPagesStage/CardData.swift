import StageKit

/// What the cards of a page say, as JSON inside the page: strings and concepts once, marks as short arrays.
///
/// Arrays end with their last element that says something; `Assets.script` knows what the others are.
struct CardData: ~Copyable {
  private let model: PageModel
  private let document: Document
  private var strings = StringTable()
  /// Concepts by identifier, and what is known of each.
  private var conceptNumbers = StringTable()
  private var conceptFacts: [ConceptFacts?] = []
  private var json: JSONWriter

  init(_ model: PageModel) {
    self.model = model
    document = model.document
    json = JSONWriter(capacity: 4096 + 256 * model.mentions.count, isForHTML: true)
  }

  /// `{stages, marks: {id: […]}, edits: {number: […]}, concepts: [[…]], strings}`; `Assets.script` reads it.
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
    json.beginArray()
    for (number, facts) in conceptFacts.enumerated() { write(conceptNumbers.strings[number], facts) }
    json.endArray()
    json.key("strings")
    json.beginArray()
    for string in strings.strings { json.string(DocumentPage.shortened(string, to: 500)) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// Writes `[id, name vi, name en, definition vi, definition en, type, parent, from, to, successors, note]`.
  private mutating func write(_ id: String, _ facts: ConceptFacts?) {
    json.beginArray()
    write(id, to: 300)
    if let facts {
      var last = 10
      while last > 0, facts.isMissing(last) { last -= 1 }
      for index in 0..<last {
        switch index {
        case 0: write(facts.name.vi, to: 2000)
        case 1: write(facts.name.en, to: 2000)
        case 2: write(facts.definition.vi, to: 2000)
        case 3: write(facts.definition.en, to: 2000)
        case 4: write(facts.type, to: 300)
        case 5: write(facts.parent, to: 300)
        case 6: write(facts.validFrom, to: 300)
        case 7: write(facts.validTo, to: 300)
        case 8: write(facts.successors.joined(separator: ", "), to: 300)
        default: write(facts.note, to: 300)
        }
      }
    }
    json.endArray()
  }

  private mutating func write(_ text: String?, to limit: Int) {
    json.string(DocumentPage.shortened(text ?? "", to: limit))
  }

  /// Writes `[type, rule, score, by, source, concept, match, link rule, link score, link by, candidates, more]`; the
  /// concept is a number, or -1.
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
    writeConcept(of: mention)
    json.endArray()
  }

  private mutating func writeConcept(of mention: PageModel.Mention) {
    let annotations = document.annotations
    let own = mention.annotation
    let hasMore = saysMore(own) || (mention.link.map { $0 != own && saysMore($0) } ?? false)
    let match =
      mention.link.flatMap { annotations[$0].attributes.value(of: "match") }
      ?? annotations[own].attributes.value(of: "match")
    guard hasMore || mention.link != nil || match != nil || !mention.concept.isEmpty else { return }
    json.number(mention.concept.isEmpty ? -1 : number(of: mention))
    json.number(strings.number(of: match?.string ?? ""))
    guard hasMore || mention.link != nil else { return }
    if let link = mention.link {
      json.number(strings.number(of: annotations[link].rule))
      json.number(annotations[link].score)
      json.number(annotations[link].by)
      let candidates = annotations[link].attributes.value(of: "candidates")?.list ?? []
      guard hasMore || candidates.count > 1 || mention.concept.isEmpty else { return }
      write(candidates, besides: mention.concept)
    } else {
      json.raw(",null,null,null,[]")
    }
    guard hasMore else { return }
    json.beginArray()
    writeRest(annotations[own].attributes)
    if let link = mention.link, link != own { writeRest(annotations[link].attributes) }
    json.endArray()
  }

  /// The number of its concept among those of the page.
  private mutating func number(of mention: PageModel.Mention) -> Int {
    let number = conceptNumbers.number(of: mention.concept)
    if number == conceptFacts.count { conceptFacts.append(mention.facts) }
    return number
  }

  private func saysMore(_ index: Int) -> Bool {
    let attributes = document.annotations[index].attributes
    return attributes.indices.prefix(24).contains { !Self.hasOwnPlace(attributes[$0].name) }
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

extension ConceptFacts {
  /// Whether the element of this number, counted from the identifier on, says nothing.
  fileprivate func isMissing(_ element: Int) -> Bool {
    switch element {
    case 1: name.vi == nil
    case 2: name.en == nil
    case 3: definition.vi == nil
    case 4: definition.en == nil
    case 5: type.isEmpty
    case 6: parent == nil
    case 7: validFrom == nil
    case 8: validTo == nil
    case 9: successors.isEmpty
    default: note == nil
    }
  }
}

import StageKit

extension DocumentRendering {
  /// What is known of each concept, by identifier.
  mutating func writeConcepts(_ pieces: inout ConceptPieces) {
    json.key("concepts")
    json.beginObject()
    for concept in document.concepts {
      let range = pieces.range(of: concept) { concept in
        var json = JSONWriter(capacity: 512)
        Self.write(concept, &json)
        return json.bytes
      }
      json.member(pieces.bytes, range)
    }
    json.endObject()
  }

  private static func write(_ concept: ConceptFacts, _ json: inout JSONWriter) {
    json.key(concept.id)
    json.beginObject()
    write("type", concept.type, &json)
    write("name", concept.name, &json)
    write("definition", concept.definition, &json)
    write("parent", concept.parent, &json)
    write("validFrom", concept.validFrom, &json)
    write("validTo", concept.validTo, &json)
    if !concept.successors.isEmpty {
      json.key("successors")
      json.beginArray()
      for successor in concept.successors { json.string(successor) }
      json.endArray()
    }
    write("note", concept.note, &json)
    json.endObject()
  }

  private static func write(_ name: StaticString, _ text: String?, _ json: inout JSONWriter) {
    guard let text, !text.isEmpty else { return }
    json.key(name)
    json.string(text)
  }

  private static func write(_ name: StaticString, _ text: ConceptFacts.Bilingual, _ json: inout JSONWriter) {
    guard !text.isEmpty else { return }
    json.key(name)
    json.beginObject()
    write("vi", text.vi, &json)
    write("en", text.en, &json)
    json.endObject()
  }
}

import StageKit

/// One document on its way to a line of JSON.
struct DocumentRendering: ~Copyable {
  let document: Document
  let longestText: Int
  let places: Places
  var json: JSONWriter

  init(_ document: Document, longestText: Int) {
    self.document = document
    self.longestText = longestText
    places = Places(document)
    json = JSONWriter(
      capacity: 4096 + document.text.count * 2 + 300 * document.annotations.count
        + 320 * (document.edits.records.count + document.concepts.count))
  }

  mutating func line(_ memory: inout Memory, _ context: StageContext) throws -> [UInt8] {
    json.beginObject()
    json.key("schema")
    json.string("songngu.document/1")
    json.key("id")
    json.string(document.id)
    json.key("outcome")
    json.string(document.outcome.rawValue)
    writeSource()
    json.key("language")
    if let language = document.language { json.string(language) } else { json.null() }
    json.key("metadata")
    // The language stands above; a member of that name that is no string would otherwise be lost.
    json.object(document.metadata.filter { $0.name != "language" || $0.value.string == nil })
    json.key("text")
    document.text.bytes.withUnsafeBufferPointer { json.string($0) }
    try context.checkCancelled()
    try writeAnnotations(&memory.kinds, &memory.attributes, context)
    writeConcepts(&memory.concepts)
    try writeEdits(context)
    writeFindings()
    writeProvenance()
    json.endObject()
    json.newLine()
    return json.bytes
  }

  private mutating func writeSource() {
    let source = document.source
    json.key("source")
    json.beginObject()
    json.key("uri")
    json.string(source.uri)
    json.key("sha256")
    json.string(source.sha256)
    json.key("mediaType")
    json.string(source.mediaType)
    json.key("bytes")
    json.number(source.bytes.count)
    json.key("encoding")
    if let encoding = source.encoding { json.string(encoding) } else { json.null() }
    json.endObject()
  }

  private mutating func writeFindings() {
    json.key("findings")
    json.beginArray()
    var cursor = AlignmentCursor(document.alignment)
    for finding in document.findings {
      json.beginObject()
      json.key("severity")
      json.string(finding.severity.rawValue)
      json.key("code")
      json.string(finding.code)
      if let range = finding.range {
        places.write(range, &cursor, to: &json)
      }
      json.key("message")
      json.string(finding.message)
      if finding.by >= 0 {
        json.key("by")
        json.number(finding.by)
      }
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeProvenance() {
    json.key("provenance")
    json.beginArray()
    for entry in document.provenance {
      json.beginObject()
      json.key("stage")
      json.string(entry.stage)
      json.key("module")
      json.string(entry.module)
      json.key("version")
      json.string(entry.version)
      json.key("digest")
      json.string(entry.digest)
      json.key("options")
      json.object(entry.options)
      json.endObject()
    }
    json.endArray()
  }
}

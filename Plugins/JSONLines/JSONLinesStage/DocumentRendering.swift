import StageKit

/// One document on its way to a line of JSON.
struct DocumentRendering: ~Copyable {
  private let document: Document
  private let longestText: Int
  private let offsets: OffsetTable
  /// The name of each source part as JSON, written once for all the ranges that need it.
  private let partNames: [[UInt8]]
  /// Whether the first part has the empty name, as the input itself has.
  private let isNamelessFile: Bool
  private var json: JSONWriter

  init(_ document: Document, longestText: Int) {
    self.document = document
    self.longestText = longestText
    offsets = OffsetTable(document.text)
    partNames = document.source.parts.map { part in
      var json = JSONWriter(capacity: 64)
      json.string(part.name)
      return json.bytes
    }
    isNamelessFile = document.source.parts.first?.name.isEmpty ?? true
    json = JSONWriter(
      capacity: 4096 + document.text.count * 2 + 512 * (document.annotations.count + document.edits.records.count))
  }

  mutating func line(_ context: StageContext) throws -> [UInt8] {
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
    try writeAnnotations(context)
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

  private mutating func writeAnnotations(_ context: StageContext) throws {
    json.key("annotations")
    json.beginArray()
    // By index: to copy an annotation is to count five references.
    let annotations = document.annotations
    for index in annotations.indices {
      if index % 4096 == 0 { try context.checkCancelled() }
      let range = annotations[index].range
      json.beginObject()
      json.raw("\"id\":")
      json.rawNumber(annotations[index].id)
      json.raw(",\"layer\":")
      json.string(annotations[index].layer.rawValue)
      json.key("type")
      json.string(annotations[index].type)
      if range.count <= longestText {
        json.key("text")
        writeText(range)
      }
      writeRange(range)
      writeSource(of: range)
      json.raw(",\"by\":")
      json.rawNumber(annotations[index].by)
      json.key("rule")
      json.string(annotations[index].rule)
      json.key("score")
      json.number(annotations[index].score)
      if let target = annotations[index].target {
        json.raw(",\"target\":")
        json.rawNumber(target)
      }
      json.key("attributes")
      json.object(annotations[index].attributes)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeEdits(_ context: StageContext) throws {
    let history = document.edits
    json.key("edits")
    json.beginArray()
    for (number, record) in history.records.enumerated() {
      if number % 4096 == 0 { try context.checkCancelled() }
      json.beginObject()
      json.raw("\"id\":\"e")
      json.rawNumber(number)
      json.raw("\",\"before\":")
      json.string(history.beforeBytes(record))
      json.key("after")
      json.string(history.afterBytes(record))
      writeRange(record.range)
      writeSource(record.source)
      json.key("by")
      json.number(record.by)
      json.key("reason")
      json.string(record.reason)
      json.key("score")
      json.number(Float(record.score))
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeFindings() {
    json.key("findings")
    json.beginArray()
    for finding in document.findings {
      json.beginObject()
      json.key("severity")
      json.string(finding.severity.rawValue)
      json.key("code")
      json.string(finding.code)
      if let range = finding.range {
        writeRange(range)
        writeSource(of: range)
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

  private mutating func writeText(_ range: TextRange) {
    document.text.bytes.withUnsafeBufferPointer { bytes in
      json.string(UnsafeBufferPointer(rebasing: bytes[range.start..<range.end]))
    }
  }

  /// The range in bytes, scalars and UTF-16 units.
  private mutating func writeRange(_ range: TextRange) {
    let start = offsets.position(range.start)
    let end = offsets.position(range.end)
    json.raw(",\"range\":{\"byte\":[")
    json.rawNumber(range.start)
    json.raw(",")
    json.rawNumber(range.end)
    json.raw("],\"scalar\":[")
    json.rawNumber(start.scalar)
    json.raw(",")
    json.rawNumber(end.scalar)
    json.raw("],\"utf16\":[")
    json.rawNumber(start.utf16)
    json.raw(",")
    json.rawNumber(end.utf16)
    json.raw("]}")
  }

  private mutating func writeSource(of range: TextRange) {
    json.raw(",\"source\":[")
    var isFirst = true
    document.alignment.forEachSource(of: range) {
      write($0, isFirst: isFirst)
      isFirst = false
    }
    json.raw("]")
  }

  private mutating func writeSource(_ ranges: [SourceRange]) {
    json.raw(",\"source\":[")
    for (number, range) in ranges.enumerated() { write(range, isFirst: number == 0) }
    json.raw("]")
  }

  private mutating func write(_ source: SourceRange, isFirst: Bool) {
    if !isFirst { json.raw(",") }
    if source.part == 0, isNamelessFile {
      json.raw("{\"part\":\"\",\"byte\":[")
    } else {
      json.raw("{\"part\":")
      if source.part < partNames.count { json.raw(bytes: partNames[source.part]) } else { json.raw("\"\"") }
      json.raw(",\"byte\":[")
    }
    json.rawNumber(source.start)
    json.raw(",")
    json.rawNumber(source.end)
    json.raw("]}")
  }
}

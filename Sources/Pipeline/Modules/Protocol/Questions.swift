import StageKit

/// The lines that the host writes after hello.
enum Questions {
  static let close = Array("{\"type\":\"close\"}\n".utf8)

  static func open(_ stage: String, options: [Value.Member], lexicon: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("type")
    json.string("open")
    json.key("stage")
    json.string(stage)
    json.key("options")
    json.object(options)
    json.key("lexicon")
    if let lexicon { json.string(lexicon) } else { json.null() }
    json.endObject()
    json.newLine()
    return json.bytes
  }

  /// - Parameter layers: the annotations of these layers are sent along.
  static func process(_ document: Document, id: Int, layers: [Layer], _ offsets: OffsetConverter) -> [UInt8] {
    var json = JSONWriter(capacity: 4096 + document.text.count * 2)
    json.beginObject()
    json.key("type")
    json.string("process")
    json.key("id")
    json.number(id)
    json.key("document")
    json.beginObject()
    json.key("id")
    json.string(document.id)
    json.key("language")
    if let language = document.language { json.string(language) } else { json.null() }
    json.key("metadata")
    json.object(document.metadata)
    json.key("text")
    document.text.bytes.withUnsafeBufferPointer { json.string($0) }
    json.key("annotations")
    json.beginArray()
    for annotation in document.annotations where layers.contains(annotation.layer) {
      write(annotation, &json, offsets)
    }
    json.endArray()
    json.endObject()
    json.endObject()
    json.newLine()
    return json.bytes
  }

  private static func write(_ annotation: Annotation, _ json: inout JSONWriter, _ offsets: OffsetConverter) {
    json.beginObject()
    json.key("id")
    json.number(annotation.id)
    json.key("layer")
    json.string(annotation.layer.rawValue)
    json.key("type")
    json.string(annotation.type)
    json.key("range")
    json.beginArray()
    json.number(offsets.fromByte(annotation.range.start))
    json.number(offsets.fromByte(annotation.range.end))
    json.endArray()
    json.key("rule")
    json.string(annotation.rule)
    json.key("score")
    json.number(annotation.score)
    if let target = annotation.target {
      json.key("target")
      json.number(target)
    }
    json.key("attributes")
    json.object(annotation.attributes)
    json.endObject()
  }
}

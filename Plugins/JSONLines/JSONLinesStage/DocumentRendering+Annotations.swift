import StageKit

extension DocumentRendering {
  /// The annotations; members that have their usual value are left out, as the schema says.
  mutating func writeAnnotations(
    _ kinds: inout KindTable, _ pieces: inout AttributePieces, _ context: StageContext
  ) throws {
    let linkLayer = Layer.link
    json.key("annotations")
    json.beginArray()
    var cursor = AlignmentCursor(document.alignment)
    try document.annotations.withUnsafeBufferPointer { annotations in
      // By index: to copy an annotation is to count four references.
      for index in annotations.indices {
        if index % 4096 == 0 { try context.checkCancelled() }
        let kind = kinds.kind(
          annotations[index].layer, annotations[index].type, annotations[index].rule, by: annotations[index].by)
        let range = annotations[index].range
        json.beginObject()
        json.members(upTo: 16 + ByteCursor.longestDecimal) { out in
          out.literal("\"id\":")
          out.decimal(annotations[index].id)
        }
        json.raw(bytes: kinds.bytes, kind.head)
        if kind.repeatsText, range.count <= longestText {
          json.key("text")
          document.text.bytes.withUnsafeBufferPointer { bytes in
            json.string(UnsafeBufferPointer(rebasing: bytes[range.start..<range.end]))
          }
        }
        places.write(range, &cursor, to: &json)
        json.raw(bytes: kinds.bytes, kind.tail)
        if annotations[index].score != 1 {
          json.key("score")
          json.number(annotations[index].score)
        }
        if let target = annotations[index].target {
          json.raw(upTo: 16 + ByteCursor.longestDecimal) { out in
            out.literal(",\"target\":")
            out.decimal(target)
          }
        }
        if !annotations[index].attributes.isEmpty {
          json.key("attributes")
          // Links share their lists; other stages make one for each annotation.
          if annotations[index].layer == linkLayer, let range = pieces.range(of: annotations[index].attributes) {
            json.member(pieces.bytes, range)
          } else {
            json.object(annotations[index].attributes)
          }
        }
        json.endObject()
      }
    }
    json.endArray()
  }
}

import StageKit

extension DocumentRendering {
  /// Every edit that made the text out of the source.
  mutating func writeEdits(_ context: StageContext) throws {
    let history = document.edits
    let records = history.records
    json.key("edits")
    json.beginArray()
    for number in records.indices {
      if number % 4096 == 0 { try context.checkCancelled() }
      json.beginObject()
      json.members(upTo: 16 + ByteCursor.longestDecimal) { out in
        out.literal("\"id\":\"e")
        out.decimal(number)
        out.literal("\"")
      }
      json.key("before")
      json.string(history.beforeBytes(records[number]))
      json.key("after")
      json.string(history.afterBytes(records[number]))
      places.write(records[number].range, to: &json)
      places.write(records[number].source, to: &json)
      json.raw(",\"by\":")
      json.rawNumber(records[number].by)
      json.key("reason")
      json.string(records[number].reason)
      if records[number].score != 1 {
        json.key("score")
        json.number(Float(records[number].score))
      }
      json.endObject()
    }
    json.endArray()
  }
}

import StageKit

/// One answer: the document with the `id` that was asked for, or why there is none.
enum AnswerLine {
  static func bytes(_ result: InputResult, id: [UInt8], line: Int) -> [UInt8] {
    let documents = (result.renderings.first ?? []).map { $0.appended.dropLast() }.filter { !$0.isEmpty }
    guard let first = documents.first else { return refusal(result, id, line) }
    var bytes = Array("{\"input\":".utf8) + id
    bytes.reserveCapacity(bytes.count + documents.reduce(64) { $0 + $1.count })
    bytes.append(UInt8(ascii: ","))
    bytes += first.dropFirst()
    if documents.count > 1 {
      bytes.removeLast()
      bytes += Array(",\"further\":[".utf8)
      bytes += documents.dropFirst().joined(separator: [UInt8(ascii: ",")])
      bytes += Array("]}".utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func refusal(_ result: InputResult, _ id: [UInt8], _ line: Int) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("input")
    json.raw(bytes: id)
    json.raw(",")
    json.key("line")
    json.number(line)
    json.key("outcome")
    json.string(result.outcome.rawValue)
    json.key("findings")
    json.beginArray()
    json.beginObject()
    json.key("severity")
    json.string("error")
    json.key("code")
    json.string(result.outcome == .rejected ? "host.bad-line" : "host.\(result.outcome.rawValue)")
    json.key("message")
    json.string(result.documents.first?.firstError ?? "The document could not be written.")
    json.endObject()
    json.endArray()
    json.endObject()
    json.newLine()
    return json.bytes
  }
}

import Foundation
import Pipeline
import StageKit

/// One line of what an engine asks for: an object with any `id` and one of `path`, `text` and `base64`.
struct RequestLine {
  /// The `id` as it was written, as JSON.
  let id: [UInt8]
  let work: Result<WorkItem, Problem>

  /// Why there is no input in a line.
  struct Problem: Error {
    let message: String
  }

  static let null = Array("null".utf8)

  init(id: [UInt8], work: Result<WorkItem, Problem>) {
    self.id = id
    self.work = work
  }

  init(problem: String) { self.init(id: Self.null, work: .failure(Problem(message: problem))) }

  init(_ line: [UInt8]) {
    do {
      guard case .object(let members) = try JSONReader.read(line) else {
        self.init(problem: "This is not a JSON object; expected {\"id\": …, \"path\": …}.")
        return
      }
      let id = Self.raw("id", in: line) ?? Self.null
      // The source is called as the one who asks calls it.
      let given = members.value(of: "id")?.string.flatMap { $0.isEmpty ? nil : $0 }
      self.init(id: id, work: Self.work(members, name: given ?? String(decoding: id, as: UTF8.self)))
    } catch let fault as JSONReader.Fault {
      self.init(problem: "This is not JSON: \(fault.problem), at byte \(fault.position).")
    } catch {
      self.init(problem: "This is not JSON: \(error).")
    }
  }

  private static func work(_ members: [Value.Member], name: String) -> Result<WorkItem, Problem> {
    func problem(_ message: String) -> Result<WorkItem, Problem> { .failure(Problem(message: message)) }
    let known = ["id", "path", "text", "base64"]
    if let other = members.first(where: { !known.contains($0.name) }) {
      return problem("There is a member “\(other.name.prefix(60))”; expected \(known.joined(separator: ", ")).")
    }
    let given = members.filter { $0.name != "id" }
    guard given.count == 1, let content = given[0].value.string else {
      return problem("Expected exactly one of path, text and base64, with a string.")
    }
    switch given[0].name {
    case "path":
      let isPath = !content.isEmpty && !content.utf8.contains(0)
      return isPath ? .success(WorkItem(Input(path: content))) : problem("The path is empty or has a zero byte.")
    case "text": return .success(inline(Array(content.utf8), name))
    default:
      guard let data = Data(base64Encoded: content) else { return problem("The value of base64 is not Base64.") }
      return .success(inline([UInt8](data), name))
    }
  }

  private static func inline(_ bytes: [UInt8], _ name: String) -> WorkItem {
    WorkItem(Source(uri: name, sha256: Digest.sha256(bytes), parts: [SourcePart(bytes: bytes)]))
  }

  /// The value of a member of the outermost object as it stands in a line that is valid JSON: a number keeps its digits.
  private static func raw(_ name: String, in line: [UInt8]) -> [UInt8]? {
    let key = Array("\"\(name)\"".utf8)
    var depth = 0
    var index = 0
    var keyStart: Int?
    var valueStart: Int?
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "\""):
        let start = index
        index += 1
        while index < line.count, line[index] != UInt8(ascii: "\"") {
          index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, valueStart == nil, index < line.count, line[start...index].elementsEqual(key) {
          keyStart = start
        }
      case UInt8(ascii: ":") where depth == 1 && keyStart != nil && valueStart == nil: valueStart = index + 1
      case UInt8(ascii: ",") where depth == 1, UInt8(ascii: "}") where depth == 1:
        if let valueStart { return trimmed(line[valueStart..<index]) }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
  }
}

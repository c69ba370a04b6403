import Foundation

/// Reads documents back from a file of JSON Lines.
struct DocumentRecords {
  let path: String

  /// The first document whose identifier begins with `query`, or whose source's path is or ends with it.
  func find(_ query: String) throws -> [String: Any]? {
    guard let file = fopen(path, "r") else {
      throw ExplainError(
        "\(path): The file cannot be opened; run the pipeline first, or name its folder with --output.")
    }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while true {
      let length = getline(&line, &capacity, file)
      guard length > 0, let line else { return nil }
      let data = Data(bytesNoCopy: line, count: length, deallocator: .none)
      // Only a line that names the query is worth decoding; its identifier and source stand near its beginning.
      let head = String(decoding: data.prefix(8192), as: UTF8.self)
      guard head.contains(query) else { continue }
      guard let record = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { continue }
      let uri = (record["source"] as? [String: Any])?["uri"] as? String ?? ""
      let id = record["id"] as? String ?? ""
      if id.hasPrefix(query) || uri == query || uri.hasSuffix("/" + query) { return record }
    }
  }
}

/// Why nothing can be explained.
struct ExplainError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

import Foundation
import GRDB
import StageKit

extension Ledger {
  /// Writes one line of JSON for each input: path, digest, outcome, identifiers of its documents.
  ///
  /// - Returns: how many there are.
  func writeInputs(_ run: Int64, to file: FileWriter) throws -> Int {
    try read { database in
      let sql = """
        SELECT input.position, path, digest, input.outcome, document.id FROM input
        LEFT JOIN document ON document.run = input.run AND document.position = input.position
        WHERE input.run = ? ORDER BY input.position, number
        """
      var count = 0
      var json = JSONWriter(capacity: 512)
      var last = -1
      func endLine() throws {
        json.endArray()
        json.endObject()
        try file.append(json.bytes + [0x0A])
        json = JSONWriter(capacity: 512)
      }
      let rows = try Row.fetchCursor(database, sql: sql, arguments: [run])
      while let row = try rows.next() {
        let position: Int = row[0]
        if position != last {
          if count > 0 { try endLine() }
          count += 1
          last = position
          let path: Data = row[1]
          let digest: Data = row[2]
          json.beginObject()
          json.key("path")
          json.string(InputPath([UInt8](path)).uri)
          json.key("sha256")
          json.string(digest.hex)
          json.key("outcome")
          json.string(row[3])
          json.key("documents")
          json.beginArray()
        }
        if let id: String = row[4] { json.string(id) }
      }
      if count > 0 { try endLine() }
      return count
    }
  }
}

/// A line of the list of inputs.
struct RecordedInput: Decodable {
  let path: String
  let sha256: String
  let outcome: String
  let documents: [String]
}

/// Lists in files, read a line at a time.
enum LineFile {
  /// - Throws: ``RecordFailure`` if the file cannot be read, and what `body` throws.
  static func forEach(_ path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    let reader = try LineReader(path)
    while let line = reader.next() { try body(line) }
  }
}

/// Reads a file a line at a time.
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Throws: ``RecordFailure``.
  init(_ path: String) throws(RecordFailure) {
    guard let file = fopen(path, "re") else {
      throw RecordFailure("\(path): The file cannot be read: \(String(cString: strerror(errno))).")
    }
    self.file = file
  }

  deinit {
    free(line)
    fclose(file)
  }

  /// The next line without its end; `nil` behind the last.
  func next() -> ArraySlice<UInt8>? {
    let length = getline(&line, &capacity, file)
    guard length > 0, let line else { return nil }
    var bytes = Array(UnsafeRawBufferPointer(start: line, count: length))[...]
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}

import Glibc
import Glossary

/// Glossary files in a folder of their own, gone with the object.
final class Fixture {
  let folder: String
  private var files: [String] = []

  static let header =
    "id,type,name_vi,name_en,abbreviations_vi,abbreviations_en,other_forms,parent,valid_from,valid_to,successor,"
    + "definition_vi,definition_en,note,confidence,source,cautious_forms"

  init(_ contents: [String: String]) {
    folder = "/tmp/songngu-glossary-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    mkdir(folder, 0o755)
    for (name, text) in contents { write(name, Array(text.utf8)) }
  }

  /// One concept file of the rows given, whose cells are those of the columns named.
  convenience init(rows: [[String: String]]) { self.init(["concepts.csv": Self.table(rows)]) }

  deinit {
    for file in files { unlink(file) }
    rmdir(folder)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    files.append(path(name))
  }

  /// The faults of all files as `file:line: severity: code`, notices left out.
  func codes() -> [String] {
    Glossary.check([folder]).filter { $0.severity != .notice }.map { fault in
      let file = fault.place.file.split(separator: "/").last.map { String($0) } ?? ""
      let line = fault.place.line.map { ":\($0)" } ?? ""
      return "\(file)\(line): \(fault.severity.rawValue): \(fault.place.column.map { "\($0): " } ?? "")\(fault.code)"
    }
  }

  static func table(_ rows: [[String: String]]) -> String {
    let columns = header.split(separator: ",").map { String($0) }
    let lines = rows.map { row in
      columns.map { column in
        let cell = row[column] ?? Self.defaults(row)[column] ?? ""
        return cell.contains(where: { ",\"\n".contains($0) }) ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",")
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  private static func defaults(_ row: [String: String]) -> [String: String] {
    let name = row["id"]?.split(separator: ":").last.map { "Name \($0)" } ?? "Name"
    return ["type": "ngo", "name_vi": name, "name_en": name]
  }
}

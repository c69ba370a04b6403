import Foundation

/// The data files of the Unicode standard, from Debian's package `unicode-data`.
enum UnicodeData {
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path): install unicode-data (apt-get install unicode-data)" }
  }

  static let directory = "/usr/share/unicode"

  /// Lines of a file, or of the same file as `.bz2`, without comments and empty lines.
  static func lines(_ name: String) throws -> [Substring] {
    try text(name).split(separator: "\n").compactMap { line in
      let content = line.prefix { $0 != "#" }
      return content.allSatisfy(\.isWhitespace) ? nil : content
    }
  }

  /// The version a file states in its first line, such as `15.0.0`.
  static func version(_ name: String) throws -> String {
    let first = try text(name).prefix { $0 != "\n" }
    return first.split(separator: "-").last.map { $0.split(separator: ".").prefix(3).joined(separator: ".") } ?? ""
  }

  private static func text(_ name: String) throws -> String {
    let path = "\(directory)/\(name)"
    if let data = FileManager.default.contents(atPath: path) { return String(decoding: data, as: UTF8.self) }
    guard FileManager.default.isReadableFile(atPath: path + ".bz2") else { throw Missing(path: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bzcat", path + ".bz2"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(path: path + ".bz2") }
    return String(decoding: data, as: UTF8.self)
  }

  /// A string written as hexadecimal scalars, such as `0041 030A`.
  static func string(_ hexadecimal: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for field in hexadecimal.split(separator: " ") {
      if let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return String(result)
  }
}

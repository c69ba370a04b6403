public import StageKit

/// The table of inputs that gave no complete document, each with the command that shows the trouble again.
public struct QuarantineTable: Sendable {
  private let command: [String]
  /// The rows so far, as CSV in UTF-8 (RFC 4180), with the names of the columns.
  public private(set) var bytes: [UInt8]

  /// - Parameter command: the program and its arguments, but for inputs and output, such as `songngu run p.yaml`.
  public init(command: [String]) {
    self.command = command
    bytes = Array("input,outcome,stage,attempts,message,command\r\n".utf8)
  }

  /// Adds an input, unless its outcome is a success.
  public mutating func add(_ result: InputResult) {
    add(
      result.input.path, result.outcome, stage: result.faults.first?.stage, attempts: result.attempts.count,
      message: result.documents.lazy.compactMap(\.firstError).first ?? "")
  }

  /// Adds an input, unless its outcome is a success.
  ///
  /// - Parameters:
  ///   - stage: the guilty reader, stage or writer; `nil` if there is none.
  ///   - message: the first error.
  public mutating func add(
    _ input: InputPath, _ outcome: Outcome, stage: String?, attempts: Int, message: String
  ) {
    if outcome.isSuccess { return }
    let arguments = command.map { Array($0.utf8) } + [Array("--input".utf8), Self.safe(input.bytes)]
    let rest = ["--workers", "1", "--output", "reproduced"].map { Array($0.utf8) }
    let shown = (arguments + rest).map(ShellWord.quoted).joined(separator: " ")
    let cells = [input.uri, outcome.rawValue, stage ?? "", "\(attempts)", message, shown]
    bytes += Array(cells.map(Self.cell).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// A path that no program takes for an option.
  private static func safe(_ path: [UInt8]) -> [UInt8] {
    path.first == UInt8(ascii: "-") ? Array("./".utf8) + path : path
  }

  /// A cell on one line, with an apostrophe before what a spreadsheet would take for a formula.
  private static func cell(_ text: String) -> String {
    var line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
    if let first = line.first, "=+-@".contains(first) { line.insert("'", at: 0) }
    let plain = String(line)
    let needsQuotes = plain.contains { $0 == "," || $0 == ";" || $0 == "\"" } || plain.hasPrefix(" ")
    return needsQuotes ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
  }
}

/// Words of a command for a POSIX shell.
enum ShellWord {
  /// One word on one line that the shell turns back into exactly these bytes.
  static func quoted(_ bytes: [UInt8]) -> String {
    let isSafe = bytes.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || "-_./:=,".utf8.contains(byte)
    }
    if isSafe, !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    if Text(validating: bytes) != nil, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "'" + String(decoding: bytes, as: UTF8.self).replacing("'", with: "'\\''") + "'"
    }
    // Line ends and what is not text: octal, which printf turns back.
    let printed = bytes.map { byte in
      let isPlain = (0x20..<0x7F).contains(byte) && ![0x25, 0x27, 0x5C].contains(byte)
      let digits = String(byte, radix: 8)
      return isPlain
        ? String(UnicodeScalar(byte)) : "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }.joined()
    // The shell drops line ends at the end of what a command prints; then only the younger form will do.
    return bytes.last == 0x0A ? "$'\(printed)'" : "\"$(printf '\(printed)')\""
  }
}

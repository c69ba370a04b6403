import Foundation

/// One measured figure, as a line of five fields between tabs; the peers print the same.
struct Measurement: Sendable {
  /// `en`, `vi`, or `-` where the language does not matter.
  let language: String
  let work: String
  /// `songngu`, or the name of the peer.
  let who: String
  let value: Double
  /// `MB/s` (million bytes), `s`, `MB` or `documents`.
  let unit: String

  init(_ language: String, _ work: String, who: String = "songngu", _ value: Double, _ unit: String) {
    self.language = language
    self.work = work
    self.who = who
    self.value = value
    self.unit = unit
  }

  /// Reads a line back; `nil` if it is something else.
  init?(line: some StringProtocol) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 5, let value = Double(fields[3]) else { return nil }
    self.init(String(fields[0]), String(fields[1]), who: String(fields[2]), value, String(fields[4]))
  }

  var line: String { "\(language)\t\(work)\t\(who)\t\(value)\t\(unit)\n" }

  func print(to file: FileHandle = .standardOutput) { file.write(Data(line.utf8)) }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

  /// Million bytes in a second.
  func megabytesPerSecond(_ bytes: Int) -> Double { Double(bytes) / 1e6 / max(seconds, 1e-9) }
}

/// Memory of this process in MB, from the kernel's books.
enum ProcessMemory {
  /// Resident now.
  static var resident: Double { field("VmRSS:") }
  /// The most that was ever resident.
  static var peak: Double { field("VmHWM:") }

  private static func field(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    return (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) } ?? 0)
      / 1e3 * 1.024
  }
}

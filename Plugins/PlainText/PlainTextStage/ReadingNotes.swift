import StageKit

/// Gathers what went wrong while decoding; of each kind only the first 50 become findings, then the total is stated.
struct ReadingNotes {
  enum Kind: String, CaseIterable {
    case invalidUTF8 = "read.invalid-utf8"
    case unpairedSurrogate = "read.unpaired-surrogate"
    case invalidUTF32 = "read.invalid-utf32"
    case incompleteUnit = "read.incomplete-unit"
    case nul = "read.nul"
  }

  static let cap = 50

  private(set) var findings: [Finding] = []
  private var counts: [Kind: Int] = [:]
  private var damagedBytes = 0

  func count(_ kind: Kind) -> Int { counts[kind, default: 0] }

  /// Notes one place; `source` are the bytes of the file, `range` is where their stand-in lies in the text.
  mutating func add(_ kind: Kind, _ range: TextRange, source: Range<Int>, message: @autoclosure () -> String) {
    counts[kind, default: 0] += 1
    damagedBytes += source.count
    if count(kind) <= Self.cap { findings.append(Finding(.warning, kind.rawValue, range, message())) }
  }

  /// Adds the totals of kinds that had more places than are listed.
  mutating func close(fileLength: Int) {
    for kind in Kind.allCases where count(kind) > Self.cap {
      var message = "\(count(kind)) such places in all; only the first \(Self.cap) are listed."
      if kind == .invalidUTF8, damagedBytes * 100 > fileLength {
        message += " The file may be in an older encoding, such as TCVN3, VNI or Windows-1258."
      }
      findings.append(Finding(.warning, kind.rawValue, nil, message))
    }
  }

  /// Bytes as a person writes them, such as `0xC3 0x28`; at most eight.
  static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    let shown = bytes.prefix(8).map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0x0\(digits)" : "0x\(digits)"
    }
    return shown.joined(separator: " ") + (bytes.count > 8 ? " …" : "")
  }
}

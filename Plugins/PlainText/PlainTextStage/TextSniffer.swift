import StageKit

/// Guesses from the first bytes of a file whether it is text, and in which encoding.
enum TextSniffer {
  enum Verdict: Equatable, Sendable {
    /// Text in an encoding, behind a byte order mark of `markLength` bytes.
    case text(TextEncoding, markLength: Int)
    /// Not text; the reason completes the sentence “It looks like binary: …”.
    case binary(reason: String)
  }

  /// Bytes that the guess looks at.
  static let sampleLength = 65_536

  static func sniff(_ bytes: [UInt8]) -> Verdict {
    bytes.withUnsafeBufferPointer { whole in
      let sample = UnsafeBufferPointer(rebasing: whole.prefix(sampleLength))
      if let signature = FileSignature.name(of: sample) {
        return .binary(reason: "it starts with the signature of \(signature)")
      }
      // UTF-32 first: its little-endian mark begins with that of UTF-16.
      for encoding in TextEncoding.allCases.reversed() where sample.starts(with: encoding.byteOrderMark) {
        let mark = encoding.byteOrderMark.count
        if encoding.unitSize == 4, !isUTF32(sample, encoding, tolerance: 0.1) { continue }
        return .text(encoding, markLength: mark)
      }
      if sample.contains(0) {
        for encoding in [TextEncoding.utf32LittleEndian, .utf32BigEndian] where isUTF32(sample, encoding) {
          return .text(encoding, markLength: 0)
        }
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] where isUTF16(sample, encoding) {
          return .text(encoding, markLength: 0)
        }
      }
      if let reason = binaryReason(sample) { return .binary(reason: reason) }
      return .text(.utf8, markLength: 0)
    }
  }

  /// Whether the units, but for a share of `tolerance`, are Unicode scalars; chance does not do that for long.
  private static func isUTF32(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, tolerance: Double = 0
  ) -> Bool {
    guard bytes.count >= 4 else { return false }
    let units = bytes.count / 4
    var controls = 0
    var bad = 0
    for index in 0..<units {
      let offset = index * 4
      let high = encoding.isBigEndian ? bytes[offset] : bytes[offset + 3]
      let plane = encoding.isBigEndian ? bytes[offset + 1] : bytes[offset + 2]
      guard high == 0, plane <= 0x10 else {
        bad += 1
        continue
      }
      let low = encoding.isBigEndian ? bytes[offset + 3] : bytes[offset]
      let middle = encoding.isBigEndian ? bytes[offset + 2] : bytes[offset + 1]
      if plane == 0, middle == 0, isControl(low) { controls += 1 }
    }
    return controls * 20 <= units && Double(bad) <= Double(units) * tolerance
  }

  /// Whether the zero bytes lie as in UTF-16 text: in the high halves only, and what is in the other high halves makes
  /// Latin text (which Vietnamese is), or text that cannot be UTF-8.
  private static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) -> Bool {
    let units = bytes.count / 2
    guard units > 0 else { return false }
    var highZeros = 0
    var lowZeros = 0
    var latin = 0
    var controls = 0
    for index in 0..<units {
      let high = encoding.isBigEndian ? bytes[index * 2] : bytes[index * 2 + 1]
      let low = encoding.isBigEndian ? bytes[index * 2 + 1] : bytes[index * 2]
      if high == 0 { highZeros += 1 }
      if low == 0 { lowZeros += 1 }
      if high == 0, isControl(low) { controls += 1 }
      switch high {
      case 0x00...0x03, 0x1E, 0x20...0x22, 0x25: latin += 1
      default: break
      }
    }
    guard controls * 20 <= units, lowZeros * 20 <= units else { return false }
    if latin * 10 >= units * 9, highZeros * 10 >= units * 3 { return true }
    return highZeros * 50 >= units && lowZeros * 10 <= highZeros && UTF8Check.firstInvalid(in: bytes) != nil
  }

  /// Why the sample, if it is in no wide encoding, is no text; `nil` if it may be.
  ///
  /// A few control bytes do not make a file binary: VISCII and VPS have letters among them. Many do, or some together
  /// with many bytes that are not UTF-8, which is how compressed data looks.
  private static func binaryReason(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let controls = count(bytes) { isControl($0) }
    guard controls * 20 > bytes.count else { return nil }
    let nuls = count(bytes) { $0 == 0 }
    var invalid = 0
    var offset = 0
    while let bad = UTF8Check.firstInvalid(in: bytes, from: offset) {
      invalid += 1
      offset = bad + 1
    }
    guard controls * 10 > bytes.count * 3 || invalid * 10 > bytes.count else { return nil }
    if nuls * 2 >= controls { return "\(nuls) of its first \(bytes.count) bytes are NUL bytes" }
    return "\(controls) of its first \(bytes.count) bytes are control characters"
  }

  /// How many bytes are such; counted in stretches short enough for counters of one byte, many of which fit a register.
  @inline(__always)
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ isSuch: (UInt8) -> Bool) -> Int {
    var total = 0
    var start = 0
    while start < bytes.count {
      let end = min(start + 128, bytes.count)
      var some: UInt8 = 0
      for index in start..<end { some &+= isSuch(bytes[index]) ? 1 : 0 }
      total += Int(some)
      start = end
    }
    return total
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F
  }
}

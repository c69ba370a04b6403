/// The path of an input: bytes, which is all that Linux promises of a name.
public struct InputPath: Hashable, Sendable, CustomStringConvertible {
  /// No zero byte.
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  public init(_ path: String) { bytes = Array(path.utf8) }

  /// The path as text that is valid UTF-8, on one line, and different for different paths.
  ///
  /// Stands as it is but for `%`, control characters, the line separators of Unicode and bytes that are not UTF-8:
  /// each of their bytes becomes `%` and two capital hexadecimal digits. Decoding them gives the bytes back.
  public var uri: String {
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    var encoded: [UInt8] = []
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    loop: while true {
      switch decoder.parseScalar(from: &iterator) {
      case .emptyInput: break loop
      case .error(let length):
        for byte in bytes[offset..<offset + length] { Self.escape(byte, to: &encoded) }
        offset += length
      case .valid(let scalar):
        let utf8 = bytes[offset..<offset + scalar.count]
        if Self.mustBeEscaped(UTF8.decode(scalar)) {
          for byte in utf8 { Self.escape(byte, to: &encoded) }
        } else {
          encoded += utf8
        }
        offset += scalar.count
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  public var description: String { uri }

  /// Calls `body` with the path as C functions want it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    try (bytes + [0]).withUnsafeBytes { try body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }

  private var isPlain: Bool { bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") } }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "%" || scalar == "\u{2028}"
      || scalar == "\u{2029}"
  }

  private static func escape(_ byte: UInt8, to encoded: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

extension InputPath {
  /// The path that ``uri`` stands for; `nil` if the text is none that it gives.
  public init?(uri: String) {
    var bytes: [UInt8] = []
    var rest = Array(uri.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value != 0
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    self.init(bytes)
  }
}

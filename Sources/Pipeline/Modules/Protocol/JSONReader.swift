public import StageKit

/// Reads one line of JSON (RFC 8259) that may have been written to do harm.
///
/// Members keep their order. A member that is `null` is left out, as if it had not been written. Nesting is bounded, so
/// that no input can exhaust the stack.
public struct JSONReader {
  static let deepest = 64

  /// What is wrong, at the byte `position`.
  public struct Fault: Error, Equatable {
    public let position: Int
    public let problem: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// - Throws: ``Fault``.
  public static func read(_ line: [UInt8]) throws -> Value {
    if let position = UTF8Check.firstInvalid(in: line) { throw Fault(position: position, problem: "this is not UTF-8") }
    return try line.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes: bytes)
      guard let value = try reader.value(depth: 0) else { throw reader.fault("null stands alone") }
      reader.skipSpace()
      guard reader.position == bytes.count else { throw reader.fault("something follows the value") }
      return value
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func fault(_ problem: String) -> Fault { Fault(position: position, problem: problem) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B && byte != 0x0C {
      position += 1
    }
  }

  /// Skips space and then `byte`, if it is there.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// `nil` for `null`.
  private mutating func value(depth: Int) throws -> Value? {
    skipSpace()
    guard let byte = next else { throw fault("a value is missing at the end") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", nil)
    default: throw fault("this begins no JSON value")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: Value?) throws -> Value? {
    let length = word.utf8CodeUnitCount
    let isThere =
      position + length <= bytes.count
      && bytes[position..<position + length].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: length))
    guard isThere else { throw fault("this begins no JSON value") }
    position += length
    return value
  }

  private mutating func object(depth: Int) throws -> Value {
    guard depth < Self.deepest else { throw fault("it is nested more than \(Self.deepest) levels deep") }
    position += 1
    var members: [Value.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotation marks is missing") }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon is missing") }
      if let value = try value(depth: depth + 1) { members.append(.init(name, value)) }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("a comma or “}” is missing") }
    return .object(members)
  }

  private mutating func list(depth: Int) throws -> Value {
    guard depth < Self.deepest else { throw fault("it is nested more than \(Self.deepest) levels deep") }
    position += 1
    var values: [Value] = []
    if take(UInt8(ascii: "]")) { return .list(values) }
    repeat {
      guard let value = try value(depth: depth + 1) else { throw fault("a list holds null") }
      values.append(value)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("a comma or “]” is missing") }
    return .list(values)
  }

  private mutating func number() throws -> Double {
    let start = position
    func digits(_ reader: inout JSONReader) -> Int {
      let first = reader.position
      while let byte = reader.next, (0x30...0x39).contains(byte) { reader.position += 1 }
      return reader.position - first
    }
    if next == UInt8(ascii: "-") { position += 1 }
    let startsWithZero = next == UInt8(ascii: "0")
    let whole = digits(&self)
    guard whole > 0, !startsWithZero || whole == 1 else { throw fault("this is no JSON number") }
    if next == UInt8(ascii: ".") {
      position += 1
      guard digits(&self) > 0 else { throw fault("this is no JSON number") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard digits(&self) > 0 else { throw fault("this is no JSON number") }
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
      position = start
      throw fault("the number is too large")
    }
    return value
  }

  private mutating func string() throws -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = next, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      default: text.append(byte)
      }
    }
    throw fault(next == nil ? "a string has no end" : "a control character stands in a string; it must be escaped")
  }

  private mutating func escape() throws -> Unicode.Scalar {
    guard let byte = next else { throw fault("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      // Half of a pair: the other half must follow.
      if first < 0xDC00, next == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let second = try hexadecimal()
        if (0xDC00...0xDFFF).contains(second),
          let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        {
          return scalar
        }
      }
      throw fault("half of a surrogate pair stands alone")
    default: throw fault("this is no escape of JSON")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("“\\u” needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}

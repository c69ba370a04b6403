/// Working text: bytes that are known to be valid UTF-8.
///
/// All offsets into it are byte offsets. It is a value; stages read it, only the host replaces it.
@frozen public struct Text: Sendable, Equatable {
  /// The bytes; always valid UTF-8.
  public let bytes: [UInt8]

  public init(_ string: String) { bytes = Array(string.utf8) }

  /// Takes bytes after checking that they are UTF-8; `nil` if they are not.
  public init?(validating bytes: [UInt8]) {
    guard UTF8Check.firstInvalid(in: bytes) == nil else { return nil }
    self.bytes = bytes
  }

  /// Takes bytes that the caller has built from valid UTF-8; checked in debug builds only.
  public init(knownValid bytes: [UInt8]) {
    assert(UTF8Check.firstInvalid(in: bytes) == nil, "text is not valid UTF-8")
    self.bytes = bytes
  }

  /// Length in bytes.
  @inlinable public var count: Int { bytes.count }
  @inlinable public var isEmpty: Bool { bytes.isEmpty }
  /// The whole text as a range.
  @inlinable public var range: TextRange { TextRange(0, bytes.count) }

  /// Whether a scalar starts at `offset`, or the text ends there.
  @inlinable public func isScalarBoundary(_ offset: Int) -> Bool {
    if offset == bytes.count { return true }
    guard offset >= 0, offset < bytes.count else { return false }
    return bytes[offset] & 0xC0 != 0x80
  }

  /// A copy of the stretch as a string; `range` must lie inside the text and on scalar boundaries.
  public subscript(range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

extension Text: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

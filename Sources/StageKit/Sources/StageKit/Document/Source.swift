/// The bytes of an input as they arrived.
///
/// Never changed.
public struct Source: Sendable {
  /// Where it came from: a path as the user gave it, or any URI.
  public let uri: String
  /// SHA-256 of the whole input, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// Media type found from the content, such as `text/plain`.
  public var mediaType: String
  /// Character encoding that the reader found, such as `utf-8`; `nil` if the format has none of its own.
  public var encoding: String?
  /// The input itself first, under the empty name; then what a reader found inside, such as `word/document.xml`.
  public var parts: [SourcePart]

  public init(
    uri: String, sha256: String, mediaType: String = "application/octet-stream", encoding: String? = nil,
    parts: [SourcePart]
  ) {
    self.uri = uri
    self.sha256 = sha256
    self.mediaType = mediaType
    self.encoding = encoding
    self.parts = parts
  }

  /// The input itself.
  public var bytes: [UInt8] { parts.first?.bytes ?? [] }

  /// The bytes of a stretch of one part.
  public func bytes(of range: SourceRange) -> ArraySlice<UInt8> { parts[range.part].bytes[range.start..<range.end] }
}

/// One part of a source: the file itself, an entry of a ZIP file, a page.
public struct SourcePart: Sendable {
  /// Empty for the file itself.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String = "", bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

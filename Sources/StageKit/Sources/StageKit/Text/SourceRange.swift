/// A half-open range of byte offsets in one part of a source.
@frozen public struct SourceRange: Hashable, Sendable {
  /// Index of the part in ``Source/parts``.
  public let part: Int
  /// Offset of the first byte within the part.
  public let start: Int
  /// Offset just past the last byte within the part.
  public let end: Int

  @inlinable public init(part: Int = 0, _ start: Int, _ end: Int) {
    precondition(0 <= part && 0 <= start && start <= end, "a source range needs part >= 0 and 0 <= start <= end")
    self.part = part
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }
}

extension SourceRange: CustomStringConvertible {
  public var description: String { "part \(part) \(start)..<\(end)" }
}

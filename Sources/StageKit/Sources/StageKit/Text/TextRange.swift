/// A half-open range of UTF-8 byte offsets in the working text of a document.
///
/// A `TextRange` never stands for a place in a source file; that is a ``SourceRange``.
@frozen public struct TextRange: Hashable, Sendable {
  /// Offset of the first byte.
  public let start: Int
  /// Offset just past the last byte; never below `start`.
  public let end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a text range needs 0 <= start <= end")
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside this range; a range contains itself.
  @inlinable public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

/// Document order: by start, and the longer range first, so that an outer range precedes those nested in it.
extension TextRange: Comparable {
  @inlinable public static func < (lhs: TextRange, rhs: TextRange) -> Bool {
    lhs.start != rhs.start ? lhs.start < rhs.start : lhs.end > rhs.end
  }
}

extension TextRange: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}

/// A family of annotations that stages declare to read or write.
///
/// Layers may be added, never redefined.
public struct Layer: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// Lengths first: most pairs of layers differ there, and comparing strings that differ is a call into the library.
  @inlinable public static func == (lhs: Layer, rhs: Layer) -> Bool {
    lhs.rawValue.utf8.count == rhs.rawValue.utf8.count && lhs.rawValue == rhs.rawValue
  }

  /// Paragraphs, headings, list items: what the reader kept of the layout.
  public static let block = Layer(rawValue: "block")
  /// Stretches in one language; the type is `vi`, `vi-plain` (without diacritics), `en` or `other`.
  public static let language = Layer(rawValue: "language")
  /// Sentences.
  public static let sentence = Layer(rawValue: "sentence")
  /// Names, dates and the like; the type says which.
  public static let entity = Layer(rawValue: "entity")
  /// An entity or term and the concept it stands for.
  public static let link = Layer(rawValue: "link")
  /// Translation segments.
  public static let segment = Layer(rawValue: "segment")
}

extension Layer: CustomStringConvertible {
  public var description: String { rawValue }
}

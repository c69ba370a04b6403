import StageKit

/// What a run grants each document.
public struct Limits: Sendable, Equatable {
  /// Wall-clock seconds for reader, stages and writers together.
  public var seconds = 30
  /// Address space in bytes that a worker process may take beyond what it needs to start.
  public var memory = 2 << 30
  /// Largest input in bytes.
  public var inputSize = 256 << 20
  /// Most bytes of text that a reader may find in an input.
  public var textSize = 256 << 20
  /// Most bytes that a writer may make of one document.
  public var outputSize = 1 << 30
  /// Most annotations that a document may have.
  public var annotations = 5_000_000

  public init() {}

  /// A limit that a configuration can set: its description, and where it is kept.
  struct Entry: Sendable {
    enum Field: @unchecked Sendable {  // key paths to stored properties hold no state
      case number(WritableKeyPath<Limits, Int>)
      /// With the largest value that makes sense.
      case bytes(WritableKeyPath<Limits, Int>, atMost: Int)
    }
    let option: OptionDescription
    let field: Field
  }

  static let entries: [Entry] = [
    Entry(
      option: OptionDescription(
        "seconds", "Wall-clock seconds for reader, stages and writers of one document together.", .integer(1...86_400),
        default: 30), field: .number(\.seconds)),
    size(
      "memory", "Address space that a worker may take for a document, in bytes or with KiB, MiB or GiB.", "2GiB",
      \.memory,
      atMost: 1 << 44),
    size(
      "input-size", "Largest input, in bytes or with KiB, MiB or GiB; a larger one is rejected.", "256MiB", \.inputSize,
      atMost: longestText),
    size(
      "text-size", "Most text that a reader may find in an input, likewise; an input with more is rejected.", "256MiB",
      \.textSize, atMost: longestText),
    size(
      "output-size", "Most that a writer may make of one document, likewise; more is left out.", "1GiB", \.outputSize,
      atMost: 1 << 44),
    Entry(
      option: OptionDescription(
        "annotations", "Most annotations in a document; those of the stage that goes beyond are left out.",
        .integer(1...100_000_000), default: 5_000_000), field: .number(\.annotations)),
  ]

  /// What a text can have, less than a megabyte short of 4 GiB.
  private static let longestText = (EditList.maximumTextLength >> 20) << 20

  private static func size(
    _ name: String, _ summary: String, _ standard: String, _ path: WritableKeyPath<Limits, Int>, atMost: Int
  ) -> Entry {
    Entry(
      option: OptionDescription(name, summary, .string, default: .string(standard)), field: .bytes(path, atMost: atMost)
    )
  }

  static var options: [OptionDescription] { entries.map(\.option) }

  /// Sets a limit from a value of its option's type.
  ///
  /// - Returns: what was expected, if the value makes no sense.
  mutating func set(_ entry: Entry, to value: Value) -> String? {
    switch entry.field {
    case .number(let path):
      self[keyPath: path] = Int(value.number ?? 0)
    case .bytes(let path, let atMost):
      guard let bytes = Self.bytes(value.string ?? ""), bytes <= atMost else {
        return "a size such as 64MiB, up to \(Self.text(atMost))"
      }
      self[keyPath: path] = bytes
    }
    return nil
  }

  /// All limits as a configuration writes them, in the order of their descriptions.
  var written: [(name: String, value: String)] {
    Self.entries.map { entry in
      switch entry.field {
      case .number(let path): (entry.option.name, "\(self[keyPath: path])")
      case .bytes(let path, _): (entry.option.name, Self.text(self[keyPath: path]))
      }
    }
  }

  /// Bytes from a text such as `64MiB`; `nil` if it is none.
  static func bytes(_ text: String) -> Int? {
    let units: [(suffix: String, factor: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("", 1)]
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let number = Int(text.dropLast(unit.suffix.count)), number > 0, number <= Int.max / unit.factor else {
        return nil
      }
      return number * unit.factor
    }
    return nil
  }

  /// The shortest text that ``bytes(_:)`` reads back.
  public static func text(_ bytes: Int) -> String {
    if bytes % (1 << 30) == 0 { return "\(bytes >> 30)GiB" }
    if bytes % (1 << 20) == 0 { return "\(bytes >> 20)MiB" }
    if bytes % (1 << 10) == 0 { return "\(bytes >> 10)KiB" }
    return "\(bytes)"
  }
}

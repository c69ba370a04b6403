import StageKit

/// What a run grants each document.
public struct Limits: Sendable, Equatable {
  /// Wall-clock seconds for all stages of one document.
  public var seconds = 30
  /// Largest input in bytes.
  public var inputSize = 256 << 20

  public init(seconds: Int = 30, inputSize: Int = 256 << 20) {
    self.seconds = seconds
    self.inputSize = inputSize
  }

  static let options = [
    OptionDescription(
      "seconds", "Wall-clock seconds for all stages of one document.", .integer(1...86_400), default: 30),
    OptionDescription(
      "input-size", "Largest input, in bytes or with KiB, MiB or GiB; a larger one is rejected.", .string,
      default: "256MiB"),
  ]

  /// Bytes from a text such as `64MiB`; `nil` if it is none or beyond what a document can hold.
  static func bytes(_ text: String) -> Int? {
    let units: [(suffix: String, factor: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("", 1)]
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let number = Int(text.dropLast(unit.suffix.count)), number > 0, number <= Int.max / unit.factor else {
        return nil
      }
      let bytes = number * unit.factor
      return bytes <= EditList.maximumTextLength ? bytes : nil
    }
    return nil
  }

  /// The shortest text that ``bytes(_:)`` reads back.
  static func text(_ bytes: Int) -> String {
    if bytes % (1 << 30) == 0 { return "\(bytes >> 30)GiB" }
    if bytes % (1 << 20) == 0 { return "\(bytes >> 20)MiB" }
    if bytes % (1 << 10) == 0 { return "\(bytes >> 10)KiB" }
    return "\(bytes)"
  }
}

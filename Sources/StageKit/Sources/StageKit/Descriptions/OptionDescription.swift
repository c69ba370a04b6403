/// One option of a stage: its name, type and default.
public struct OptionDescription: Sendable {
  /// Lower case with hyphens, as in the configuration.
  public let name: String
  public let summary: String
  public let type: OptionType
  public let defaultValue: Value

  public init(_ name: String, _ summary: String, _ type: OptionType, default defaultValue: Value) {
    self.name = name
    self.summary = summary
    self.type = type
    self.defaultValue = defaultValue
  }
}

/// The type of an option.
public enum OptionType: Sendable, Equatable {
  case boolean
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case string
  /// A file or folder; relative to the working directory of the run.
  case path
  /// One of these words.
  case choice([String])
  /// Any of these words, as a list without repeats.
  case choices([String])
  /// A list of any strings.
  case strings
}

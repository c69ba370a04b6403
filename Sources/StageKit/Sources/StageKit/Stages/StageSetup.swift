/// What a factory gets to make a stage: every option, checked and with defaults filled in, and the run's resources.
public struct StageSetup: Sendable {
  private let options: [Value.Member]
  /// Path of the run's compiled lexicon; `nil` if the pipeline names none.
  ///
  /// Opened with `Lexicon(contentsOf:)`.
  public let lexicon: String?

  public init(options: [Value.Member], lexicon: String? = nil) {
    self.options = options
    self.lexicon = lexicon
  }

  private func value(_ name: String) -> Value {
    guard let member = options.first(where: { $0.name == name }) else {
      preconditionFailure("option “\(name)” is not in the stage's description")
    }
    return member.value
  }

  /// The option called `name`, which the stage's description declares with this type.
  public func bool(_ name: String) -> Bool { value(name).bool ?? false }
  public func integer(_ name: String) -> Int { Int(value(name).number ?? 0) }
  public func number(_ name: String) -> Double { value(name).number ?? 0 }
  public func string(_ name: String) -> String { value(name).string ?? "" }
  public func strings(_ name: String) -> [String] { value(name).list?.compactMap(\.string) ?? [] }
}

/// Why a stage cannot be made: an option that makes no sense together with another, a resource that is missing.
public struct SetupError: Error, Sendable, CustomStringConvertible {
  /// Full sentences: what is wrong, and what to do.
  public let description: String

  public init(_ description: String) { self.description = description }
}

import StageKit

/// Holds the description and the options of a stage to their contract.
struct OptionConformance {
  let module: LoadedModule
  let stage: StageDescription
  let lexicon: String?

  func describes() throws {
    if stage.summary.isEmpty || stage.summary.contains("\n") {
      throw ConformanceFailure("The summary is “\(stage.summary.prefix(60))”; expected one line.")
    }
    for option in stage.options {
      if !option.type.accepts(option.defaultValue) {
        throw ConformanceFailure(
          "The option “\(option.name)” has the default \(option.defaultValue); expected \(option.type.expectation).")
      }
      if option.summary.isEmpty { throw ConformanceFailure("The option “\(option.name)” has no summary.") }
    }
    let rules = stage.rules.map(\.id)
    if Set(rules).count != rules.count { throw ConformanceFailure("Two rules have one name.") }
  }

  func refuses() throws {
    // What the description allows, to its edges: it works, or says why not.
    for option in stage.options {
      for value in option.type.edges {
        do {
          _ = try module.make(stage, [option.name: value], lexicon: lexicon)
        } catch {
          let words = "\(error)".trimmingPrefix { $0 == " " }
          if words.isEmpty { throw ConformanceFailure("It refuses \(option.name) = \(value) without a reason.") }
        }
      }
    }
    // What it forbids the host never lets through to a library; a command gets it from whoever starts it.
    guard let factory = module.factory as? CommandFactory else { return }
    let defaults = stage.options.map { Value.Member($0.name, $0.defaultValue) }
    for option in stage.options {
      let wrong = defaults.map { $0.name == option.name ? .init($0.name, option.type.wrongValue) : $0 }
      try expectRefusal(factory, wrong, "\(option.name) = \(option.type.wrongValue)")
    }
    try expectRefusal(factory, defaults + [.init("no-such-option", 1)], "an option that it does not declare")
  }

  private func expectRefusal(
    _ factory: CommandFactory, _ options: [Value.Member], _ what: String
  ) throws {
    do {
      try factory.open(stage.id, options: options, lexicon: lexicon).close()
    } catch ModuleFault.refused {
      return
    }
    throw ConformanceFailure("It accepts \(what); expected the answer “refused” with a reason.")
  }
}

extension LoadedModule {
  /// Makes a stage with its defaults, but for some options.
  func make(_ stage: StageDescription, _ options: [String: Value] = [:], lexicon: String?) throws -> Stage {
    try make(
      stage.id, options: stage.options.map { .init($0.name, options[$0.name] ?? $0.defaultValue) }, lexicon: lexicon)
  }
}

extension OptionType {
  /// Values that it allows only just.
  var edges: [Value] {
    switch self {
    case .boolean: [true, false]
    case .integer(let range): [.number(Double(range.lowerBound)), .number(Double(range.upperBound))]
    case .number(let range): [.number(range.lowerBound), .number(range.upperBound)]
    case .string: ["", "\u{0}\n“😀"]
    case .path: ["/nowhere/at/all"]
    case .choice(let words): words.map(Value.string)
    case .choices(let words): [[], .list(words.map(Value.string))]
    case .strings: [[], ["", "\u{0}\n“😀"]]
    }
  }

  /// A value of another kind.
  var wrongValue: Value {
    switch self {
    case .string, .path, .choice, .choices, .strings: 17
    case .boolean, .integer, .number: "no such value"
    }
  }
}

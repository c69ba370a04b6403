public import Lexicon

/// Everything that the files of a glossary hold, with everything that is wrong with them.
public struct GlossaryContents: Sendable {
  /// The files read, in the order in which they were.
  public let files: [String]
  public let concepts: [Concept]
  public let patterns: [Pattern]
  public let cues: [Cue]
  public let demonyms: [Demonym]
  /// By file, line and position.
  ///
  /// Errors, warnings and notices.
  public let faults: [GlossaryFault]

  /// Whether some fault is an error, so that the glossary cannot be compiled.
  public var hasErrors: Bool { faults.contains { $0.severity == .error } }

  /// The contents, ready to be written as a lexicon.
  /// - Throws: ``LexiconError`` if there are errors among the faults.
  public func builder() throws(LexiconError) -> LexiconBuilder {
    let errors = faults.filter { $0.severity == .error }
    if let first = errors.first {
      throw LexiconError(
        .badInput, file: "",
        "The glossary has \(errors.count) \(errors.count == 1 ? "error" : "errors") and cannot be compiled. The first is: \(first)"
      )
    }
    var builder = LexiconBuilder()
    for concept in concepts { try builder.add(concept) }
    for cue in cues { try builder.add(cue) }
    for pattern in patterns { try builder.add(pattern) }
    for demonym in demonyms { try builder.addDemonym(demonym.adjective, of: demonym.concept) }
    return builder
  }
}

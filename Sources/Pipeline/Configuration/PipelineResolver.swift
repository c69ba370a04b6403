import StageKit

/// Turns what the user wrote into a pipeline that cannot be wrong: the second of two steps.
public struct PipelineResolver: Sendable {
  private let registry: ModuleRegistry

  public init(_ registry: ModuleRegistry) { self.registry = registry }

  /// Reads and resolves a configuration.
  ///
  /// - Parameter only: if not empty, the only stages to keep, in the order of the file.
  /// - Throws: ``ConfigurationError`` or ``ConfigurationErrors``; nothing has been opened but the configuration.
  public func resolve(file: String, only: [String] = []) throws -> ResolvedPipeline {
    try resolve(WrittenPipeline(contentsOf: file), only: only)
  }

  /// Resolves a configuration that is given as text; `file` is for messages.
  public func resolve(text: String, file: String, only: [String] = []) throws -> ResolvedPipeline {
    try resolve(WrittenPipeline(ConfigurationFile.parse(text, file: file), file: file), only: only)
  }

  private func resolve(_ written: WrittenPipeline, only: [String]) throws -> ResolvedPipeline {
    var decoder = ConfigurationDecoder(file: written.file)
    for id in only where !written.stages.contains(where: { $0.id == id }) {
      let hint = Suggestion.sentence(for: id, among: written.stages.map(\.id))
      decoder.report(nil, "The pipeline has no stage “\(id)” to run alone.\(hint)")
    }
    let readers =
      written.readers.isEmpty
      ? allReaders() : written.readers.compactMap { resolve($0, kinds: [.reader], &decoder) }
    let stages =
      written.stages
      .filter { only.isEmpty || only.contains($0.id) }
      .compactMap { resolve($0, kinds: [.editor, .annotator], &decoder) }
    let writers = written.output.compactMap { resolve($0, kinds: [.writer], &decoder) }
    checkRepeats(written.stages, "stages", &decoder)
    checkPaths(written.output, writers, &decoder)
    if decoder.errors.isEmpty {
      checkLayers(written, readers: readers, stages: stages, &decoder)
      checkLexicon(written, stages: stages, &decoder)
    }
    if readers.isEmpty, decoder.errors.isEmpty {
      decoder.report(nil, "No reader is loaded, so nothing could be read; see songngu modules.")
    }
    let limits = self.limits(written, &decoder)
    guard decoder.errors.isEmpty else { throw ConfigurationErrors(decoder.errors) }
    return ResolvedPipeline(
      file: written.file, name: written.name, paths: written.paths, include: written.include,
      exclude: written.exclude, readers: readers, lexicon: written.lexicon, stages: stages, writers: writers,
      limits: limits)
  }

  private func allReaders() -> [ResolvedPipeline.ResolvedStage] {
    registry.descriptions.filter { $0.kind == .reader }.compactMap { description in
      registry.stage(description.id).map {
        ResolvedPipeline.ResolvedStage(
          description: description, module: $0.module,
          options: description.options.map { .init($0.name, $0.defaultValue) })
      }
    }
  }

  private func resolve(
    _ entry: WrittenPipeline.StageEntry, kinds: [StageDescription.Kind], _ decoder: inout ConfigurationDecoder
  ) -> ResolvedPipeline.ResolvedStage? {
    let wanted = kinds.map(\.rawValue).joined(separator: " or ")
    guard let (description, module) = registry.stage(entry.id) else {
      let names = registry.descriptions.filter { kinds.contains($0.kind) }.map(\.id)
      let refused =
        registry.refusals.isEmpty ? "" : " \(registry.refusals.count) modules were refused; see songngu modules."
      decoder.report(
        entry.position,
        "Unknown \(wanted) “\(entry.id.prefix(60))”.\(Suggestion.sentence(for: entry.id, among: names)) Loaded are: "
          + (names.isEmpty ? "none" : names.joined(separator: ", ")) + ".\(refused)")
      return nil
    }
    guard kinds.contains(description.kind) else {
      decoder.report(
        entry.position,
        "“\(entry.id)” is a \(description.kind.rawValue); expected \(kinds[0] == .reader || kinds[0] == .writer ? "a" : "an") \(wanted) here."
      )
      return nil
    }
    var written: [String: Value] = [:]
    for (key, value) in entry.options {
      let name = key.scalar ?? ""
      guard let option = description.options.first(where: { $0.name == name }) else {
        let names = description.options.map(\.name)
        decoder.report(
          key.position,
          "“\(entry.id)” has no option \(key.kind).\(Suggestion.sentence(for: name, among: names)) Its options are: "
            + (names.isEmpty ? "none" : names.joined(separator: ", ")) + ".")
        continue
      }
      written[name] = decoder.value(value, of: option)
    }
    return ResolvedPipeline.ResolvedStage(
      description: description, module: module,
      options: description.options.map { .init($0.name, written[$0.name] ?? $0.defaultValue) })
  }

  private func checkRepeats(
    _ entries: [WrittenPipeline.StageEntry], _ what: String, _ decoder: inout ConfigurationDecoder
  ) {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.id).inserted {
      decoder.report(entry.position, "The stage “\(entry.id)” stands in “\(what)” more than once.")
    }
  }

  /// Two writers must not write to the same place, and none may leave the output folder.
  private func checkPaths(
    _ entries: [WrittenPipeline.StageEntry], _ writers: [ResolvedPipeline.ResolvedStage],
    _ decoder: inout ConfigurationDecoder
  ) {
    guard entries.count == writers.count else { return }
    var seen: Set<String> = []
    for (entry, writer) in zip(entries, writers) {
      guard let path = writer.options.first(where: { $0.name == "path" })?.value.string else { continue }
      if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
        decoder.report(
          entry.position, "The path “\(path)” leaves the output folder; give a relative path without “..”.")
      } else if !seen.insert(path).inserted {
        decoder.report(entry.position, "Two writers would write to “\(path)”; give one of them another “path”.")
      }
    }
  }

  private func checkLayers(
    _ written: WrittenPipeline, readers: [ResolvedPipeline.ResolvedStage], stages: [ResolvedPipeline.ResolvedStage],
    _ decoder: inout ConfigurationDecoder
  ) {
    var available = Set(readers.flatMap(\.description.writes))
    for stage in stages {
      for layer in stage.description.reads where !available.contains(layer) {
        let writers = registry.descriptions.filter { $0.writes.contains(layer) }.map { "“\($0.id)”" }
        decoder.report(
          written.stages.first { $0.id == stage.id }?.position,
          "The stage “\(stage.id)” reads the layer “\(layer)”, which nothing before it writes. "
            + (writers.isEmpty ? "No loaded module writes it." : "Put \(writers.joined(separator: " or ")) before it."))
      }
      available.formUnion(stage.description.writes)
    }
  }

  private func checkLexicon(
    _ written: WrittenPipeline, stages: [ResolvedPipeline.ResolvedStage], _ decoder: inout ConfigurationDecoder
  ) {
    guard written.lexicon.isEmpty else { return }
    for stage in stages where stage.description.needsLexicon {
      decoder.report(
        written.stages.first { $0.id == stage.id }?.position,
        "The stage “\(stage.id)” needs a lexicon; name its files under “lexicon”, such as [glossary].")
    }
  }

  private func limits(_ written: WrittenPipeline, _ decoder: inout ConfigurationDecoder) -> Limits {
    var limits = Limits()
    for (key, node) in written.limits {
      let name = key.scalar ?? ""
      guard let entry = Limits.entries.first(where: { $0.option.name == name }) else {
        let names = Limits.options.map(\.name)
        decoder.report(
          key.position,
          "Unknown limit \(key.kind).\(Suggestion.sentence(for: name, among: names)) Expected one of: "
            + names.joined(separator: ", ") + ".")
        continue
      }
      guard let value = decoder.value(node, of: entry.option) else { continue }
      if let expected = limits.set(entry, to: value) {
        decoder.report(node.position, "The limit “\(name)” is \(node.kind); expected \(expected).")
      }
    }
    return limits
  }
}

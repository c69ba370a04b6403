/// A pipeline exactly as the user wrote it, with positions: the first of two steps.
struct WrittenPipeline: Sendable {
  /// One entry of `stages`, `input.readers` or `output`.
  struct StageEntry: Sendable {
    let id: String
    let position: ConfigurationNode.Position
    let options: [(key: ConfigurationNode, value: ConfigurationNode)]
  }

  let file: String
  let name: String
  let paths: [String]
  let include: [String]
  let exclude: [String]
  let readers: [StageEntry]
  let lexicon: [String]
  let stages: [StageEntry]
  let output: [StageEntry]
  let limits: [(key: ConfigurationNode, value: ConfigurationNode)]

  static let keys = ["pipeline", "input", "lexicon", "stages", "output", "limits"]
  static let inputKeys = ["paths", "include", "exclude", "readers"]

  /// - Throws: ``ConfigurationErrors``.
  init(contentsOf path: String) throws {
    try self.init(ConfigurationFile.read(path), file: path)
  }

  /// - Throws: ``ConfigurationErrors``.
  init(_ root: ConfigurationNode, file: String) throws {
    var decoder = ConfigurationDecoder(file: file)
    let top = decoder.mapping(root, "A pipeline", keys: Self.keys)
    self.file = file
    name = top["pipeline"].map { decoder.string($0, "pipeline") } ?? ""
    if top["pipeline"] == nil || name.isEmpty {
      decoder.report(top["pipeline"]?.position ?? root.position, "The key “pipeline” must give the pipeline a name.")
    }
    let input = top["input"].map { decoder.mapping($0, "The key “input”", keys: Self.inputKeys) } ?? [:]
    paths = input["paths"].map { decoder.strings($0, "input.paths") } ?? []
    include = input["include"].map { decoder.strings($0, "input.include") } ?? []
    exclude = input["exclude"].map { decoder.strings($0, "input.exclude") } ?? []
    readers = input["readers"].map { decoder.stageEntries($0, "input.readers") } ?? []
    lexicon = top["lexicon"].map { decoder.strings($0, "lexicon") } ?? []
    stages = top["stages"].map { decoder.stageEntries($0, "stages") } ?? []
    output = top["output"].map { decoder.stageEntries($0, "output") } ?? []
    limits = top["limits"].map { decoder.pairs($0, "The key “limits”") } ?? []
    if output.isEmpty {
      decoder.report(
        top["output"]?.position ?? root.position, "The key “output” must list at least one writer, such as json-lines.")
    }
    guard decoder.errors.isEmpty else { throw ConfigurationErrors(decoder.errors) }
  }
}

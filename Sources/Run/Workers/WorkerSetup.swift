import Pipeline

/// What a worker process needs to know before its first input.
struct WorkerSetup {
  struct Module {
    /// Path of the manifest.
    let manifest: String
    /// As the supervisor found it; a worker must not run another.
    let digest: String
  }

  /// Number of the supervisor's process.
  let supervisor: Int
  /// The resolved pipeline as a configuration, and the file it came from, for messages.
  let configuration: String
  let file: String
  let modules: [Module]
  let lexicon: String?

  init(_ pipeline: ResolvedPipeline, lexicon: String?, supervisor: Int) {
    self.supervisor = supervisor
    configuration = pipeline.yaml
    file = pipeline.file
    var seen: Set<String> = []
    modules = (pipeline.readers + pipeline.stages + pipeline.writers).map(\.module)
      .filter { seen.insert($0.path).inserted }.map { Module(manifest: $0.path, digest: $0.digest) }
    self.lexicon = lexicon
  }

  func frame() -> [UInt8] {
    var encoder = FrameEncoder(.setup)
    encoder.number(supervisor)
    encoder.string(configuration)
    encoder.string(file)
    encoder.list(modules) {
      $0.string($1.manifest)
      $0.string($1.digest)
    }
    encoder.optional(lexicon) { $0.string($1) }
    return encoder.frame()
  }

  init(_ decoder: inout FrameDecoder) throws(FrameDecoder.Garbled) {
    supervisor = try decoder.number()
    configuration = try decoder.string()
    file = try decoder.string()
    modules = try decoder.list { (decoder) throws(FrameDecoder.Garbled) in
      Module(manifest: try decoder.string(), digest: try decoder.string())
    }
    lexicon = try decoder.optional { (decoder) throws(FrameDecoder.Garbled) in try decoder.string() }
  }

  /// Loads the modules and makes the stages, in the worker.
  ///
  /// - Throws: an error whose description says what is missing.
  func makeProcessor(log: @escaping @Sendable (String) -> Void) throws -> DocumentProcessor {
    let registry = ModuleRegistry(ModuleSearchPath(manifests: modules.map(\.manifest)), log: log)
    if let refusal = registry.refusals.first { throw refusal }
    for (module, loaded) in zip(modules, registry.modules) where module.digest != loaded.digest {
      throw WorkerFailure("\(loaded.program): The module changed since the run began; start the run again.")
    }
    let pipeline = try PipelineResolver(registry).resolve(text: configuration, file: file)
    return try DocumentProcessor(pipeline, lexicon: lexicon)
  }
}

public import StageKit

/// The modules of a process.
///
/// It is filled once and never changes afterwards.
public struct ModuleRegistry: Sendable {
  public let modules: [LoadedModule]
  public let refusals: [ModuleRefusal]
  public let searchPath: ModuleSearchPath

  /// Loads what the search path holds.
  ///
  /// The first module of a name wins; a later one is refused.
  ///
  /// - Parameters:
  ///   - limits: what is granted to command modules, whose processes are started to learn their descriptions.
  ///   - log: gets each line that a command module writes to standard error, with the module's name.
  public init(
    _ searchPath: ModuleSearchPath, limits: CommandLimits = CommandLimits(),
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    var modules: [LoadedModule] = []
    var refusals: [ModuleRefusal] = []
    for manifest in searchPath.manifests() {
      do {
        let module = try ModuleLoader.load(manifestAt: manifest, limits: limits, log: log)
        if let reason = Self.clash(of: module, with: modules) {
          refusals.append(ModuleRefusal(file: manifest, reason: reason))
        } else {
          modules.append(module)
        }
      } catch {
        refusals.append(error)
      }
    }
    self.modules = modules
    self.refusals = refusals
    self.searchPath = searchPath
  }

  private static func clash(of module: LoadedModule, with loaded: [LoadedModule]) -> ModuleRefusal.Reason? {
    if let first = loaded.first(where: { $0.manifest.module == module.manifest.module }) {
      return .duplicateModule(module.manifest.module, first: first.path)
    }
    for id in module.manifest.stages {
      if let first = loaded.first(where: { $0.manifest.stages.contains(id) }) {
        return .duplicateStage(id, first: first.path)
      }
    }
    return nil
  }

  /// Descriptions of all stages, by kind and name.
  public var descriptions: [StageDescription] {
    modules.flatMap(\.descriptions).sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
  }

  /// The stage called `id` and the module that offers it.
  public func stage(_ id: String) -> (description: StageDescription, module: LoadedModule)? {
    for module in modules {
      if let description = module.descriptions.first(where: { $0.id == id }) { return (description, module) }
    }
    return nil
  }
}

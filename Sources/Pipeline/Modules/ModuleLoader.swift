import Foundation
import StageABI
import StageKit

/// Loads a module from its manifest.
enum ModuleLoader {
  /// - Throws: ``ModuleRefusal``.
  static func load(
    manifestAt path: String, limits: CommandLimits, log: @escaping @Sendable (String) -> Void
  ) throws(ModuleRefusal) -> LoadedModule {
    try checkWritable(path)
    let manifest: Manifest
    do {
      manifest = try Manifest(contentsOf: path)
    } catch {
      throw ModuleRefusal(file: path, reason: .unreadableManifest("\(error)"))
    }
    switch manifest.implementation {
    case .library(let name): return try loadLibrary(manifest, at: path, name: name)
    case .command(let command):
      return try CommandLoader.load(manifest, at: path, command: command, limits: limits, log: log)
    }
  }

  /// Opens the library of a module and checks it step by step, plain C first, before a Swift object is touched.
  private static func loadLibrary(
    _ manifest: Manifest, at path: String, name: String
  ) throws(ModuleRefusal) -> LoadedModule {
    let library = try findLibrary(name, manifestPath: path)
    try checkWritable(library)
    func refuse(_ reason: ModuleRefusal.Reason) -> ModuleRefusal { ModuleRefusal(file: library, reason: reason) }

    guard let bytes = FileManager.default.contents(atPath: library) else {
      throw refuse(.cannotOpen("it cannot be read"))
    }
    // NODELETE, and the handle is never closed: Swift metadata of a library must outlive it.
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) else {
      throw refuse(.cannotOpen(dlerror().map { String(cString: $0) } ?? "unknown reason"))
    }
    guard let symbol = dlsym(handle, STAGE_ENTRY_SYMBOL) else { throw refuse(.missingSymbol(STAGE_ENTRY_SYMBOL)) }
    typealias Entry = @convention(c) () -> UnsafePointer<stage_module_descriptor>
    let descriptor = unsafeBitCast(symbol, to: Entry.self)()

    let size = Int(UnsafeRawPointer(descriptor).load(as: UInt32.self))
    let expectedSize = MemoryLayout<stage_module_descriptor>.size
    guard size == expectedSize else { throw refuse(.wrongDescriptorSize(expected: expectedSize, found: size)) }
    guard descriptor.pointee.abi == STAGE_ABI else {
      throw refuse(.otherABI(expected: Int(STAGE_ABI), found: Int(descriptor.pointee.abi)))
    }
    let compiler = text(descriptor.pointee.compiler)
    guard compiler == String(cString: stage_compiler()) else {
      throw refuse(.otherCompiler(expected: String(cString: stage_compiler()), found: compiler))
    }
    let stageKit = text(descriptor.pointee.stagekit)
    guard stageKit == String(cString: stage_kit_build()) else {
      throw refuse(.otherStageKit(expected: String(cString: stage_kit_build()), found: stageKit))
    }
    let module = text(descriptor.pointee.module)
    guard module == manifest.module else { throw refuse(.otherName(manifest: manifest.module, found: module)) }

    let object = Unmanaged<AnyObject>.fromOpaque(descriptor.pointee.make_factory()).takeRetainedValue()
    guard let factory = object as? StageFactory else { throw refuse(.anotherCopyOfStageKit) }
    let descriptions = factory.descriptions
    guard descriptions.map(\.id).sorted() == manifest.stages.sorted() else {
      throw refuse(.otherStages(manifest: manifest.stages, found: descriptions.map(\.id)))
    }
    return LoadedModule(
      manifest: manifest, path: path, program: library, digest: "sha256:" + Digest.sha256(bytes),
      descriptions: descriptions, factory: factory)
  }

  /// Text of a fixed-size field of the descriptor, up to its first NUL.
  private static func text<Field>(_ field: Field) -> String {
    withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func findLibrary(_ name: String, manifestPath: String) throws(ModuleRefusal) -> String {
    let folder = URL(fileURLWithPath: manifestPath).deletingLastPathComponent()
    let places = [folder, folder.deletingLastPathComponent()].map { $0.appendingPathComponent(name).path }
    guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw ModuleRefusal(file: manifestPath, reason: .missingLibrary(expected: places))
    }
    return found
  }

  static func checkWritable(_ path: String) throws(ModuleRefusal) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IWOTH != 0 { throw ModuleRefusal(file: path, reason: .worldWritable) }
  }
}

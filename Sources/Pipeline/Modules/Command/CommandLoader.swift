import Foundation
import StageKit

/// Finds the program of a command module, checks its files, and greets it.
enum CommandLoader {
  /// - Parameter arguments: the program and its arguments.
  /// - Throws: ``ModuleRefusal``.
  static func load(
    _ manifest: Manifest, at path: String, command: [String], limits: CommandLimits,
    log: @escaping @Sendable (String) -> Void
  ) throws(ModuleRefusal) -> LoadedModule {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let program = try findProgram(command[0], folder: folder, manifestPath: path)
    try ModuleLoader.checkWritable(program)
    let digest = try ModuleFiles(folder: folder).digest(program: program)
    let name = manifest.module
    let command = ModuleCommand(
      module: name, executable: program, arguments: Array(command.dropFirst()), folder: folder, limits: limits,
      log: { log("module \(name): \($0)") })
    let hello = try greet(command, manifest: path)
    func refuse(_ reason: ModuleRefusal.Reason) -> ModuleRefusal { ModuleRefusal(file: path, reason: reason) }
    guard hello.module == name else { throw refuse(.otherName(manifest: name, found: hello.module)) }
    guard hello.version == manifest.version else {
      throw refuse(.otherVersion(manifest: manifest.version, found: hello.version))
    }
    let stages = hello.descriptions.map(\.id)
    guard stages.sorted() == manifest.stages.sorted() else {
      throw refuse(.otherStages(manifest: manifest.stages, found: stages))
    }
    return LoadedModule(
      manifest: manifest, path: path, program: program, digest: digest, descriptions: hello.descriptions,
      factory: CommandFactory(command, hello))
  }

  private static func greet(_ command: ModuleCommand, manifest: String) throws(ModuleRefusal) -> Hello {
    do {
      let session = try ModuleSession(command) {}
      session.close()
      return session.hello
    } catch let fault as ModuleFault {
      throw ModuleRefusal(file: manifest, reason: .commandFault(fault))
    } catch {
      throw ModuleRefusal(file: manifest, reason: .commandFault(.cannotStart("\(error)")))
    }
  }

  /// Beside the manifest, or, for a bare name that is not there, in the folders of PATH.
  private static func findProgram(
    _ name: String, folder: String, manifestPath: String
  ) throws(ModuleRefusal) -> String {
    var places = [name.hasPrefix("/") ? name : folder + "/" + name]
    if !name.contains("/") {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
      places += path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    }
    var isFolder: ObjCBool = false
    let found = places.first {
      FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        && FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else {
      throw ModuleRefusal(file: manifestPath, reason: .missingProgram(name, besideManifest: places[0]))
    }
    return found
  }
}

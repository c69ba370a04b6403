import Foundation

/// Where modules are looked for: folders whose direct subfolders hold a `plugin.yaml`.
public struct ModuleSearchPath: Sendable {
  public let folders: [String]
  /// Manifests to take besides, or instead of folders.
  private let given: [String]

  /// Exactly these manifests, in this order.
  public init(manifests: [String]) {
    folders = []
    given = manifests
  }

  /// - Parameters:
  ///   - given: folders from the command line, searched first.
  ///   - environment: `SONGNGU_MODULES` holds more folders, separated by colons.
  ///   - executable: path of the running program; its own folder and `modules` beside it come last.
  public init(given: [String], environment: [String: String], executable: String) {
    let fromEnvironment = (environment["SONGNGU_MODULES"] ?? "").split(separator: ":").map(String.init)
    let beside = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    var seen: Set<String> = []
    self.given = []
    folders = (given + fromEnvironment + [beside.appendingPathComponent("modules").path, beside.path])
      .filter { seen.insert(URL(fileURLWithPath: $0).standardizedFileURL.path).inserted }
  }

  /// The search path of this process.
  public static func current(given: [String]) -> ModuleSearchPath {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return ModuleSearchPath(given: given, environment: ProcessInfo.processInfo.environment, executable: executable)
  }

  /// Paths of all manifests, in the order of the folders and by name within each.
  func manifests() -> [String] {
    given
      + folders.flatMap { folder -> [String] in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return ([""] + names.sorted()).compactMap { name in
          let manifest = URL(fileURLWithPath: folder).appendingPathComponent(name).appendingPathComponent("plugin.yaml")
            .path
          return FileManager.default.fileExists(atPath: manifest) ? manifest : nil
        }
      }
  }
}

import ArgumentParser
import Foundation

/// Finds parts of the source tree that the program was built in.
enum SourceTree {
  /// A folder of the tree.
  ///
  /// - Parameters:
  ///   - path: relative to the root of the tree.
  ///   - mark: what the folder must hold.
  ///   - given: what the user gave instead.
  ///   - option: the name of the option with which a user gives it.
  static func folder(_ path: String, holding mark: String, given: String?, as option: String) throws -> String {
    func holds(_ folder: URL) -> Bool {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(mark).path)
    }
    if let given {
      let url = URL(fileURLWithPath: given).standardizedFileURL
      guard holds(url) else {
        throw ValidationError("\(given) holds no \(mark); --\(option) needs the folder \(path).")
      }
      return url.path
    }
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
    var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(path)
      if holds(candidate) { return candidate.path }
      folder.deleteLastPathComponent()
    }
    throw ValidationError("\(path) was not found above the program; name its folder with --\(option).")
  }
}

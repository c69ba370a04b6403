import Foundation

/// One input of a run.
public struct Input: Sendable, Equatable {
  /// The path as the user can name it; it becomes the source's URI.
  public let path: String

  public init(path: String) { self.path = path }
}

/// What was found, and what could not be looked at.
public struct FoundInputs: Sendable {
  public var inputs: [Input] = []
  /// One message for each path that does not exist or folder that cannot be listed.
  public var problems: [String] = []
}

/// Expands files and folders to inputs, in a fixed order: as given, and by name within folders.
public enum InputFinder {
  /// - Parameters:
  ///   - include: patterns for files in folders; all files if empty. A file that is named itself is always taken.
  ///   - exclude: patterns for files in folders that are left out.
  public static func find(_ paths: [String], include: [String], exclude: [String]) -> FoundInputs {
    var found = FoundInputs()
    var seen: Set<String> = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        found.problems.append("\(path): There is no such file or folder.")
        continue
      }
      if !isFolder.boolValue {
        if seen.insert(path).inserted { found.inputs.append(Input(path: path)) }
        continue
      }
      let wanted = include.map(GlobPattern.init)
      let unwanted = exclude.map(GlobPattern.init)
      let listing = list(folder: path)
      found.problems += listing.problems
      for relative in listing.files {
        guard wanted.isEmpty || wanted.contains(where: { $0.matches(relative) }),
          !unwanted.contains(where: { $0.matches(relative) }), seen.insert(join(path, relative)).inserted
        else { continue }
        found.inputs.append(Input(path: join(path, relative)))
      }
    }
    return found
  }

  /// Lists without recursion, and without following links to folders, which could lead in circles.
  private static func list(folder: String) -> (files: [String], problems: [String]) {
    var problems: [String] = []
    var files: [String] = []
    var pending = [""]
    while let relative = pending.popLast() {
      let full = relative.isEmpty ? folder : join(folder, relative)
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: full)
      } catch {
        problems.append("\(full): The folder cannot be listed; it may be gone or closed to you.")
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let inner = relative.isEmpty ? name : relative + "/" + name
        var status = stat()
        // What cannot be looked at any more is taken as a file; opening it gives the reason.
        let isFolder = lstat(join(folder, inner), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isFolder { pending.append(inner) } else { files.append(inner) }
      }
    }
    return (files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, problems.sorted())
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

import Glibc

/// What was found, and what could not be looked at.
public struct FoundInputs: Sendable {
  public var inputs = InputList()
  /// One message for each path that does not exist or folder that cannot be listed.
  public var problems: [String] = []
  /// What was left out on purpose, such as a file that was named before; a message for each, up to a number.
  public var notes: [String] = []
}

/// Expands files and folders to inputs, in a fixed order: as given, and by the bytes of the path within folders.
public enum InputFinder {
  /// - Parameters:
  ///   - include: patterns for files in folders; all files if empty. A file that is named itself is always taken.
  ///   - exclude: patterns for files in folders that are left out.
  public static func find(_ paths: [String], include: [String], exclude: [String]) -> FoundInputs {
    let wanted = include.map(GlobPattern.init)
    let unwanted = exclude.map(GlobPattern.init)
    var found = FoundInputs()
    // One folder without links holds no file twice; then nothing need be remembered.
    var filter = paths.count > 1 ? DuplicateFilter() : nil
    for path in paths {
      var status = stat()
      guard !path.utf8.contains(0), lstat(path, &status) == 0 else {
        found.problems.append("\(InputPath(path)): There is no such file or folder.")
        continue
      }
      var target = status
      let isFolder = stat(path, &target) == 0 && target.st_mode & S_IFMT == S_IFDIR
      guard isFolder else {
        if filter?.admits(InputPath(path), &found) ?? true { found.inputs.append(Input(path: path)) }
        continue
      }
      let listing = FolderListing(path) { relative in
        (wanted.isEmpty || wanted.contains { $0.matches(relative) }) && !unwanted.contains { $0.matches(relative) }
      }
      found.problems += listing.problems
      found.notes += listing.notes
      if listing.hasLinks, filter == nil { filter = DuplicateFilter() }
      for position in listing.files.indices {
        if filter?.admits(listing.files[position].path, &found) ?? true {
          found.inputs.append(path: listing.files.path(position))
        }
      }
    }
    return found
  }
}

/// Lets each file pass once, however it is spelled.
private struct DuplicateFilter {
  private var seen: [InputPath: InputPath] = [:]
  private var left = 0
  private static let notesAtMost = 20

  /// Whether the file was not there before; else adds a note.
  mutating func admits(_ path: InputPath, _ found: inout FoundInputs) -> Bool {
    let resolved = path.withCString { realpath($0, nil) }
    defer { free(resolved) }
    // What leads nowhere is its own name; reading it gives the reason.
    let key = resolved.map { InputPath(Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))) } ?? path
    guard let first = seen.updateValue(path, forKey: key) else { return true }
    seen[key] = first
    left += 1
    if left <= Self.notesAtMost {
      found.notes.append(
        first == path
          ? "\(path): The file is named more than once; it is taken once."
          : "\(path): This is the same file as \(first); it is taken once.")
    } else if left == Self.notesAtMost + 1 {
      found.notes.append("More files are named more than once; each is taken once.")
    }
    return false
  }
}

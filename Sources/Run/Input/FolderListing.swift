import Glibc

/// The files in a folder and in the folders inside it, sorted by the bytes of their paths.
///
/// Lists without recursion, and without following links to folders, which could lead in circles.
struct FolderListing {
  private(set) var files = InputList()
  private(set) var problems: [String] = []
  private(set) var notes: [String] = []
  /// Whether a file is a symbolic link, so that it may be here twice.
  private(set) var hasLinks = false

  /// - Parameter wants: whether a file is wanted, by its path below the folder.
  init(_ folder: String, wants: (ArraySlice<UInt8>) -> Bool) {
    var root = Array(folder.utf8)
    if root.last != UInt8(ascii: "/") { root.append(UInt8(ascii: "/")) }
    // Folders to list, each with a slash at the end.
    var pending = [root]
    while let path = pending.popLast() { list(path, depth: root.count, wants, &pending) }
    files = files.sorted()
    problems.sort()
    notes.sort()
  }

  private mutating func list(
    _ folder: [UInt8], depth: Int, _ wants: (ArraySlice<UInt8>) -> Bool, _ pending: inout [[UInt8]]
  ) {
    guard let stream = InputPath(folder).withCString({ opendir($0) }) else {
      let name = InputPath(Array(folder.dropLast()))
      problems.append("\(name): The folder cannot be listed: \(String(cString: strerror(errno))).")
      return
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = Self.name(entry)
      guard name.first != UInt8(ascii: ".") else { continue }
      let path = folder + name
      var kind = Int32(entry.pointee.d_type)
      if kind == DT_UNKNOWN { kind = Self.kind(path) }
      if kind == DT_DIR {
        pending.append(path + [UInt8(ascii: "/")])
        continue
      }
      guard wants(path[depth...]) else { continue }
      if kind == DT_LNK {
        if Self.leadsToFolder(path) {
          notes.append("\(InputPath(path)): A link to a folder is not followed; name the folder itself to read it.")
          continue
        }
        hasLinks = true
      }
      files.append(path: path)
    }
  }

  /// The folders right inside a folder, as far as it can be listed.
  static func folders(in folder: [UInt8]) -> [[UInt8]] {
    guard let stream = InputPath(folder).withCString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var folders: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = name(entry)
      guard name.first != UInt8(ascii: ".") else { continue }
      let path = folder + [UInt8(ascii: "/")] + name
      let kind = Int32(entry.pointee.d_type)
      if kind == DT_DIR || (kind == DT_UNKNOWN && Self.kind(path) == DT_DIR) { folders.append(path) }
    }
    return folders
  }

  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> UnsafeRawBufferPointer {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
    let start = UnsafeRawPointer(entry).advanced(by: offset)
    return UnsafeRawBufferPointer(start: start, count: Int(strlen(start.assumingMemoryBound(to: CChar.self))))
  }

  /// What cannot be looked at any more counts as a file; opening it gives the reason.
  private static func kind(_ path: [UInt8]) -> Int32 {
    var status = stat()
    guard InputPath(path).withCString({ lstat($0, &status) }) == 0 else { return Int32(DT_REG) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return Int32(DT_DIR)
    case S_IFLNK: return Int32(DT_LNK)
    default: return Int32(DT_REG)
    }
  }

  private static func leadsToFolder(_ path: [UInt8]) -> Bool {
    var status = stat()
    return InputPath(path).withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

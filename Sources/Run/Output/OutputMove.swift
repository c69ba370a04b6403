import Foundation

/// Moves the files of a run from the staging folder to their final names.
///
/// What is in the staging folder is what is left to be moved, so it can be done again after a kill.
struct OutputMove {
  let folder: RunFolder

  /// - Throws: ``OutputFailure``.
  func finish(_ run: Int64, _ ledger: Ledger) throws {
    try move(from: folder.stagedFiles, to: folder.root)
    try move(from: folder.stagedNotes, to: folder.notes)
    if let old = try ledger.run(.complete) { try removeFiles(of: old.id, notIn: run, ledger) }
    try folder.sync()
    let modified = try ledger.streams(run).indices.map { number in
      number % 2 == 1 ? FileStamp(InputPath("\(folder.notes)/\(number / 2)"))?.modified : nil
    }
    try ledger.complete(run, modified: modified)
    folder.clearStaging()
  }

  /// Files that the earlier run made and this one did not, and the folders that they leave empty.
  private func removeFiles(of old: Int64, notIn run: Int64, _ ledger: Ledger) throws {
    var folders: Set<String> = []
    try ledger.files(of: old, notIn: run) { path in
      guard StagedOutput.isSafe(path) else { return }
      unlink(folder.root + "/" + path)
      if let slash = path.lastIndex(of: "/") { folders.insert(String(path[..<slash])) }
    }
    for name in folders.sorted(by: >) { rmdir(folder.root + "/" + name) }
  }

  /// A folder that is new goes to its place whole; into one that is there, what is new goes file by file.
  private func move(from source: String, to target: String) throws {
    guard isFolder(source) else { return }
    if !isFolder(target) { try makeFolder(target) }
    var pending = try contents(of: source)
    while let relative = pending.popLast() {
      if isFolder(source + "/" + relative), isFolder(target + "/" + relative) {
        pending += try contents(of: source + "/" + relative).map { relative + "/" + $0 }
      } else if rename(source + "/" + relative, target + "/" + relative) != 0 {
        throw OutputFailure(target + "/" + relative, "The finished file cannot be moved to its place", code: errno)
      }
    }
  }

  private func makeFolder(_ path: String) throws(OutputFailure) {
    guard mkdir(path, 0o755) == 0 else { throw OutputFailure(path, "The folder cannot be made", code: errno) }
  }

  private func contents(of folder: String) throws(OutputFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw OutputFailure("\(folder): The folder cannot be listed.")
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

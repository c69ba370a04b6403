import Foundation

/// The files of a command module: everything beside its manifest, but for hidden files and caches of Python.
struct ModuleFiles {
  static let most = 10_000
  static let largestSum = 1 << 30

  let folder: String

  /// `sha256:` and a digest over the program, wherever it lies, and the names and contents of the files.
  ///
  /// - Throws: ``ModuleRefusal`` if others may write to one of them, or if they are too many.
  func digest(program: String) throws(ModuleRefusal) -> String {
    var lines = ["program \(try content(program).digest)"]
    var size = 0
    for name in try names() {
      let path = "\(folder)/\(name)"
      try ModuleLoader.checkWritable(path)
      let (digest, bytes) = try content(path)
      size += bytes
      guard size <= Self.largestSum else { throw tooMuch() }
      lines.append("\(digest) \(name)")
    }
    return "sha256:" + Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  private func tooMuch() -> ModuleRefusal { ModuleRefusal(file: folder, reason: .tooManyFiles) }

  private func content(_ path: String) throws(ModuleRefusal) -> (digest: String, bytes: Int) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ModuleRefusal(file: path, reason: .cannotOpen("it cannot be read"))
    }
    return (Digest.sha256(bytes), bytes.count)
  }

  /// Relative paths of all plain files, sorted; folders behind links are left out, so that there is no circle.
  private func names() throws(ModuleRefusal) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(self.folder)/\(folder)")) ?? []
      for name in names where !name.hasPrefix(".") && name != "__pycache__" {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var own = stat()
        var target = stat()
        guard lstat("\(self.folder)/\(path)", &own) == 0, stat("\(self.folder)/\(path)", &target) == 0 else { continue }
        if own.st_mode & S_IFMT == S_IFDIR { pending.append(path) }
        if target.st_mode & S_IFMT == S_IFREG { found.append(path) }
        guard found.count + pending.count <= Self.most else { throw tooMuch() }
      }
    }
    return found.sorted()
  }
}

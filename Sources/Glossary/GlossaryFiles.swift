import Glibc

/// Finds and reads the files of a glossary.
enum GlossaryFiles {
  /// Greatest size of one file in bytes: 50 times what 500,000 names need.
  static let sizeLimit = 1 << 30

  /// Every file named, and the `.csv` files of every folder named, sorted by name; each once.
  static func find(_ paths: [String], _ faults: inout FaultCollector) -> [String] {
    var files: [String] = []
    var seen: Set<String> = []
    for path in paths {
      guard isFolder(path) else {
        if seen.insert(path).inserted { files.append(path) }
        continue
      }
      guard let names = names(in: path) else {
        let reason = message(errno)
        faults.add(.error, "unreadable-file", GlossaryPlace(file: path), "The folder cannot be read: \(reason).")
        continue
      }
      if names.isEmpty {
        faults.add(
          .error, "empty-folder", GlossaryPlace(file: path),
          "The folder has no file whose name ends in “.csv”. Name the folder that holds the glossary.")
      }
      for name in names {
        let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        if seen.insert(file).inserted { files.append(file) }
      }
    }
    return files
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file; `nil` after adding a fault.
  static func read(_ path: String, _ faults: inout FaultCollector) -> [UInt8]? {
    let place = GlossaryPlace(file: path)
    func refuse(_ message: String) -> [UInt8]? {
      faults.add(.error, "unreadable-file", place, message)
      return nil
    }
    // Not to hang on a named pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return refuse("The file cannot be opened: \(message(errno)).") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return refuse("This is not a regular file.")
    }
    guard status.st_size <= sizeLimit else {
      return refuse("The file has \(status.st_size) bytes; a glossary file has at most \(sizeLimit).")
    }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, failure == 0 {
        let read = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if read > 0 { count += read } else if read == 0 { break } else if errno != EINTR { failure = errno }
      }
    }
    return failure == 0 ? bytes : refuse("The file cannot be read: \(message(failure)).")
  }

  private static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

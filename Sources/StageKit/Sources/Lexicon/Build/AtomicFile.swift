import Glibc

/// Writes a file so that its name stands for the old content or for all of the new.
enum AtomicFile {
  static func write(_ bytes: [UInt8], to path: String) throws(LexiconError) {
    func fail(_ what: String, _ code: Int32) -> LexiconError {
      LexiconError(.cannotWrite, file: path, "\(what): \(LexiconMemory.message(code)).")
    }
    // Several, as another thread may write the same file, or a process that died may have left one.
    var temporary = ""
    var descriptor: Int32 = -1
    for attempt in 0..<100 {
      temporary = "\(path).\(getpid())-\(attempt).tmp"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw fail("It cannot be created beside “\(path)”", errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { source in
      var offset = 0
      while offset < source.count, failure == 0 {
        let count = Glibc.write(descriptor, source.baseAddress! + offset, source.count - offset)
        if count > 0 { offset += count } else if errno != EINTR { failure = count == 0 ? EIO : errno }
      }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    if failure != 0 {
      unlink(temporary)
      throw fail("It cannot be written", failure)
    }
  }
}

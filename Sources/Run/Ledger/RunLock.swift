import Glibc

/// Keeps two runs out of one output folder.
///
/// The system releases it when the process ends, however it ends.
final class RunLock {
  private let descriptor: Int32

  /// - Throws: ``OutputFailure`` if another process holds it, with the number of that process.
  init(_ path: String) throws(OutputFailure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw OutputFailure(path, "The lock of the output folder cannot be made", code: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var bytes = [UInt8](repeating: 0, count: 20)
      let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
      let process = String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)
      close(descriptor)
      throw OutputFailure(
        "\(path): Another run is writing to this output folder, process \(process.isEmpty ? "unknown" : process). Wait for "
          + "its end, or choose another folder with --output.")
    }
    let line = Array("\(getpid())\n".utf8)
    // Only for the message above; a full disk is told by what matters.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, line, line.count, 0) }
  }

  deinit { close(descriptor) }
}

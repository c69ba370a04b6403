import Glibc

/// A file that is written from front to back.
final class FileWriter {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true
  private static let bufferSize = 1 << 18

  /// Creates the file, or empties it.
  /// - Throws: ``OutputFailure``.
  init(_ path: String) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputFailure(path, "The file cannot be created", code: errno) }
  }

  deinit { if isOpen { close(descriptor) } }

  /// - Throws: ``OutputFailure``.
  func append(_ bytes: [UInt8]) throws(OutputFailure) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  private func flush() throws(OutputFailure) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        throw OutputFailure(path, "The file cannot be written", code: errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and closes the file; errors that the disk reports late surface here.
  /// - Throws: ``OutputFailure``.
  func finish() throws(OutputFailure) {
    try flush()
    isOpen = false
    guard close(descriptor) == 0 else { throw OutputFailure(path, "The file cannot be written", code: errno) }
  }
}

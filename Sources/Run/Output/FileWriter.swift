import Glibc

/// A file that is written from front to back.
final class FileWriter {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true
  private static let bufferSize = 1 << 18

  /// Bytes in the file, with those that wait to be written.
  private(set) var length: Int

  /// Creates the file, or goes on after its first bytes; what stands behind them is cut off.
  ///
  /// - Parameter length: bytes that stay.
  /// - Throws: ``OutputFailure``, also if the file is shorter.
  init(_ path: String, keeping length: Int = 0) throws(OutputFailure) {
    self.path = path
    self.length = length
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputFailure(path, "The file cannot be created", code: errno) }
    guard lseek(descriptor, 0, SEEK_END) >= length else {
      throw OutputFailure("\(path): The file is shorter than it was when the run stopped; something else wrote to it.")
    }
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) == length else {
      throw OutputFailure(path, "The file cannot be written", code: errno)
    }
  }

  deinit { if isOpen { close(descriptor) } }

  /// - Throws: ``OutputFailure``.
  func append(_ bytes: some Collection<UInt8>) throws(OutputFailure) {
    buffer += bytes
    length += bytes.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Appends a stretch of another file.
  ///
  /// - Throws: ``OutputFailure``, also if the other file ends before.
  func append(_ range: Range<Int>, of other: FileReader) throws(OutputFailure) {
    try flush()
    try other.copy(range, to: descriptor, path: path)
    length += range.count
  }

  /// Hands everything to the system.
  /// - Throws: ``OutputFailure``.
  func flush() throws(OutputFailure) {
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
    guard isOpen else { return }
    try flush()
    isOpen = false
    guard close(descriptor) == 0 else { throw OutputFailure(path, "The file cannot be written", code: errno) }
  }
}

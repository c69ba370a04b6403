import CFiles
import Glibc

/// A finished file, out of which stretches are copied.
final class FileReader {
  private let path: String
  private let descriptor: Int32

  /// - Throws: ``OutputFailure``.
  init(_ path: String) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(path, "The file cannot be read", code: errno) }
  }

  deinit { close(descriptor) }

  /// Copies within the system where it can, so that file systems that share blocks need not move any.
  func copy(_ range: Range<Int>, to target: Int32, path targetPath: String) throws(OutputFailure) {
    var offset = Int64(range.lowerBound)
    while offset < range.upperBound {
      let count = songngu_copy_range(descriptor, &offset, target, range.upperBound - Int(offset))
      if count > 0 { continue }
      if count == 0 { throw ended }
      switch errno {
      case EINTR: continue
      case EXDEV, EINVAL, ENOSYS, EOPNOTSUPP, EPERM, ETXTBSY:
        return try copyBytes(Int(offset)..<range.upperBound, to: target, path: targetPath)
      default: throw OutputFailure(targetPath, "The file cannot be written", code: errno)
      }
    }
  }

  private func copyBytes(_ range: Range<Int>, to target: Int32, path targetPath: String) throws(OutputFailure) {
    var buffer = [UInt8](repeating: 0, count: min(range.count, 1 << 18))
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = pread(descriptor, &buffer, min(buffer.count, range.upperBound - offset), offset)
      if count == 0 { throw ended }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputFailure(path, "The file cannot be read", code: errno)
      }
      offset += count
      var written = 0
      while written < count {
        let done = buffer.withUnsafeBytes { write(target, $0.baseAddress! + written, count - written) }
        if done > 0 {
          written += done
        } else if errno != EINTR {
          throw OutputFailure(targetPath, "The file cannot be written", code: errno)
        }
      }
    }
  }

  private var ended: OutputFailure {
    OutputFailure("\(path): The file is shorter than it was; something else wrote to it during the run.")
  }
}

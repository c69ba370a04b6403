import Glibc
import Pipeline

/// SHA-256 of files of any size.
enum FileDigest {
  /// 64 lower-case hexadecimal digits; `nil` if the file cannot be read.
  static func sha256(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var digest = DigestStream()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return digest.finish() }
      if count > 0 {
        digest.update(buffer[..<count])
      } else if errno != EINTR {
        return nil
      }
    }
  }
}

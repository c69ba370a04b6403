import Foundation
import Pipeline
public import StageKit

/// Why an input could not be read.
///
/// The message names the file and says what to do.
public struct Rejection: Error, Sendable, CustomStringConvertible {
  public let code: String
  public let description: String
}

/// Reads the bytes of an input.
public enum SourceLoader {
  /// - Parameter limit: the most bytes to accept.
  /// - Throws: ``Rejection`` if the file is not a regular file, cannot be opened or read, or is over the limit.
  public static func load(_ input: Input, limit: Int) throws(Rejection) -> Source {
    let path = input.path
    // NONBLOCK, so that a pipe among the inputs cannot hold up the run.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Rejection(code: "host.unreadable", description: "\(path): The file cannot be opened: \(reason(errno)).")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Rejection(code: "host.unreadable", description: "\(path): This is not a regular file.")
    }
    guard status.st_size <= limit else { throw tooLarge(path, Int(status.st_size), limit) }
    let bytes = try read(descriptor, sizeHint: Int(status.st_size), limit: limit, path: path)
    return Source(uri: path, sha256: Digest.sha256(bytes), parts: [SourcePart(bytes: bytes)])
  }

  private static func read(_ descriptor: Int32, sizeHint: Int, limit: Int, path: String) throws(Rejection) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: sizeHint)
    var length = 0
    while true {
      if length == bytes.count {
        // The expected end, or a file that grew: one more byte tells.
        var extra: UInt8 = 0
        let count = Glibc.read(descriptor, &extra, 1)
        if count == 0 { break }
        if count == 1 {
          bytes.append(extra)
          length += 1
          guard length <= limit else { throw tooLarge(path, length, limit) }
          bytes.append(contentsOf: repeatElement(0, count: min(1 << 20, limit - length)))
          continue
        }
      } else {
        let start = length
        let count = bytes.withUnsafeMutableBytes { buffer in
          Glibc.read(descriptor, buffer.baseAddress! + start, buffer.count - start)
        }
        if count == 0 { break }
        if count > 0 {
          length += count
          continue
        }
      }
      guard errno == EINTR else {
        throw Rejection(code: "host.unreadable", description: "\(path): The file cannot be read: \(reason(errno)).")
      }
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> Rejection {
    Rejection(
      code: "host.too-large",
      description:
        "\(path): The file has \(size) bytes, more than the limit of \(limit); raise “input-size” under “limits”.")
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

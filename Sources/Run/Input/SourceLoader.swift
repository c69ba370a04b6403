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

/// The bytes of an input, and what the file system said of the file.
public struct LoadedSource: Sendable {
  public let source: Source
  /// `nil` if the file changed so recently that a later change might not show in the stamp.
  public let stamp: FileStamp?
}

/// Reads the bytes of an input.
public enum SourceLoader {
  /// - Parameter limit: the most bytes to accept.
  /// - Throws: ``Rejection`` if the file is not a regular file, cannot be opened or read, is over the limit, or changes
  ///   while it is read, twice in a row.
  public static func load(_ input: Input, limit: Int) throws(Rejection) -> LoadedSource {
    var status = stat()
    // Looked at before it is opened: opening a device can do something.
    if input.path.withCString({ stat($0, &status) }) == 0 { try check(status, input, limit) }
    // NONBLOCK, so that a pipe that takes the file's place now cannot hold up the run.
    let descriptor = input.path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw Rejection(
        code: "host.unreadable", description: "\(input.uri): The file cannot be opened: \(reason(errno)).")
    }
    defer { close(descriptor) }
    for _ in 0..<2 {
      let before = try fileStatus(descriptor, input)
      try check(before, input, limit)
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw unreadable(input) }
      let bytes = try read(descriptor, sizeHint: Int(before.st_size), limit: limit, input)
      let stamp = FileStamp(before)
      guard stamp == FileStamp(try fileStatus(descriptor, input)), bytes.count == stamp.size else { continue }
      let source = Source(uri: input.uri, sha256: Digest.sha256(bytes), parts: [SourcePart(bytes: bytes)])
      return LoadedSource(source: source, stamp: stamp.isSettled ? stamp : nil)
    }
    throw Rejection(
      code: "host.changed-while-read",
      description: "\(input.uri): The file changed while it was read, twice; run again when it is complete.")
  }

  private static func fileStatus(_ descriptor: Int32, _ input: Input) throws(Rejection) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(input) }
    return status
  }

  private static func check(_ status: stat, _ input: Input, _ limit: Int) throws(Rejection) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Rejection(
        code: "host.unreadable", description: "\(input.uri): This is \(kind(status)) and not a regular file.")
    }
    guard status.st_size <= limit else { throw tooLarge(input, Int(status.st_size), limit) }
  }

  private static func kind(_ status: stat) -> String {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something special"
    }
  }

  private static func read(_ descriptor: Int32, sizeHint: Int, limit: Int, _ input: Input) throws(Rejection) -> [UInt8]
  {
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
          guard length <= limit else { throw tooLarge(input, length, limit) }
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
      guard errno == EINTR else { throw unreadable(input) }
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  private static func unreadable(_ input: Input) -> Rejection {
    Rejection(code: "host.unreadable", description: "\(input.uri): The file cannot be read: \(reason(errno)).")
  }

  private static func tooLarge(_ input: Input, _ size: Int, _ limit: Int) -> Rejection {
    Rejection(
      code: "host.too-large",
      description:
        "\(input.uri): The file has \(size) bytes, more than the limit of \(limit); raise “input-size” under “limits”.")
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

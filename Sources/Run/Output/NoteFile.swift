import Glibc

/// Notes of a writer in a file: each one its length in four bytes, then its bytes.
enum NoteFile {
  static func encoded(_ note: [UInt8]) -> [UInt8] {
    let length = UInt32(note.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * UInt32($0))) } + note
  }

  /// A closure that gives one note after the other, then `nil`.
  static func reader(_ path: String) throws(OutputFailure) -> () throws -> [UInt8]? {
    guard let file = fopen(path, "r") else { throw OutputFailure(path, "The file cannot be read", code: errno) }
    let handle = FileHandleBox(file)
    return {
      guard let head = handle.read(4) else { return nil }
      let length = head.enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
      guard let note = handle.read(length) else { throw OutputFailure("\(path): The file ends in mid-note.") }
      return note
    }
  }
}

/// Closes a C stream when nobody reads it any more.
private final class FileHandleBox {
  private let file: UnsafeMutablePointer<FILE>

  init(_ file: UnsafeMutablePointer<FILE>) { self.file = file }
  deinit { fclose(file) }

  /// Exactly `count` bytes, or `nil` at the end.
  func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return fread(&bytes, 1, count, file) == count ? bytes : nil
  }
}

import Glibc

/// Owns the bytes of a lexicon: a mapped file, or a copy in memory.
///
/// Released with the object.
final class LexiconMemory: @unchecked Sendable {  // filled before it is shared, only read afterwards
  // Unchecked because of the pointer: nobody writes to it after `init`.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Greatest size in bytes, as string offsets have 32 bits.
  static let greatestSize = 1 << 32

  /// Maps a file for reading.
  ///
  /// The file may be replaced by renaming another over it while it is in use, not overwritten.
  init(mapping path: String) throws(LexiconError) {
    func fail(_ code: LexiconError.Code, _ reason: String) -> LexiconError { LexiconError(code, file: path, reason) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fail(.cannotRead, "It cannot be opened: \(Self.message(errno)).") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw fail(.cannotRead, "It cannot be examined: \(Self.message(errno)).")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw fail(.cannotRead, "It is not a regular file.") }
    let size = Int(status.st_size)
    guard size > 0 else { throw fail(.notALexicon, "The file is empty. Compile it with “songngu lexicon compile”.") }
    guard size <= Self.greatestSize else {
      throw fail(.tooLarge, "It has \(size) bytes; a lexicon has at most \(Self.greatestSize).")
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw fail(.cannotRead, "It cannot be mapped into memory: \(Self.message(errno)).")
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
    isMapped = true
  }

  init(copying source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

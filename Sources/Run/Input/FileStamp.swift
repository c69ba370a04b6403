import Glibc

/// What the file system says of a file, to tell later without reading whether it is still the same.
public struct FileStamp: Sendable, Equatable {
  /// Bytes.
  public let size: Int64
  /// Time of the last change to the content, in nanoseconds since 1970.
  public let modified: Int64
  /// Time of the last change to content or attributes, in nanoseconds since 1970.
  public let changed: Int64
  public let inode: UInt64

  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// The stamp of the file that a path leads to; `nil` if there is none.
  init?(_ path: InputPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// Whether a later change is sure to show in the stamp.
  ///
  /// File systems count time in steps of up to two seconds; a file that changes twice within one keeps its stamp.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return max(modified, changed) < Self.nanoseconds(now) - 2_500_000_000
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

import Glibc

/// What happens in a folder and the folders inside it, as Linux tells it (inotify).
///
/// It is a hint, not the truth: folders on other machines give no events, and a flood of them is cut short. Whoever uses
/// it looks through the folder from time to time as well.
final class FolderEvents {
  enum Event: Equatable {
    /// Somebody writes to the file.
    case written(InputPath)
    /// The file was closed after writing, or moved here: it is complete.
    case completed(InputPath)
    /// There was more than the system could remember.
    case lost
    /// Something else, such as a file that went.
    case other
  }

  private let descriptor: Int32
  private var folders: [Int32: [UInt8]] = [:]
  private static let mask =
    UInt32(IN_CREATE) | UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_DELETE) | UInt32(IN_ONLYDIR)

  /// - Throws: ``OutputFailure`` if the system offers no more of this.
  init(_ folder: String) throws(OutputFailure) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw OutputFailure(folder, "The folder cannot be watched", code: errno) }
    var root = Array(folder.utf8)
    while root.count > 1, root.last == UInt8(ascii: "/") { root.removeLast() }
    guard watch(root) else { throw OutputFailure(folder, "The folder cannot be watched", code: errno) }
    watchFolders(in: root)
  }

  deinit { close(descriptor) }

  /// Waits for events, at most some milliseconds.
  func wait(milliseconds: Int32) -> [Event] {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return [] }
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return events }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let head = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
        let begin = offset + MemoryLayout<inotify_event>.size
        offset = begin + Int(head.len)
        events.append(event(head, name: buffer[begin..<min(offset, count)].prefix { $0 != 0 }))
      }
    }
  }

  private func event(_ head: inotify_event, name: ArraySlice<UInt8>) -> Event {
    if head.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .lost }
    guard let folder = folders[head.wd], !name.isEmpty else {
      if head.mask & UInt32(IN_IGNORED) != 0 { folders[head.wd] = nil }
      return .other
    }
    let path = folder + [UInt8(ascii: "/")] + name
    if head.mask & UInt32(IN_ISDIR) != 0 {
      // What was put into a new folder before it was watched is found by looking through it.
      if head.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0, watch(path) { watchFolders(in: path) }
      return .other
    }
    if head.mask & (UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)) != 0 { return .completed(InputPath(path)) }
    if head.mask & (UInt32(IN_CREATE) | UInt32(IN_MODIFY)) != 0 { return .written(InputPath(path)) }
    return .other
  }

  private func watch(_ folder: [UInt8]) -> Bool {
    let number = InputPath(folder).withCString { inotify_add_watch(descriptor, $0, Self.mask) }
    if number >= 0 { folders[number] = folder }
    return number >= 0
  }

  private func watchFolders(in root: [UInt8]) {
    var pending = [root]
    while let folder = pending.popLast() {
      for path in FolderListing.folders(in: folder) where watch(path) { pending.append(path) }
    }
  }
}

import Glibc

/// Tells which files are completely written.
///
/// A file that was closed after writing, or moved in, is complete at once. One of which nothing was heard is complete
/// when it has not changed for a while; one that somebody was heard to write, after ten times as long.
struct ArrivalTracker {
  /// Nanoseconds.
  private let settling: Int64
  private var writing: Set<InputPath> = []
  private var completed: Set<InputPath> = []

  init(settling: Duration) { self.settling = settling.microseconds * 1000 }

  mutating func note(_ event: FolderEvents.Event) {
    switch event {
    case .written(let path):
      writing.insert(path)
      completed.remove(path)
    case .completed(let path):
      writing.remove(path)
      completed.insert(path)
    case .lost: completed = []
    case .other: break
    }
  }

  /// - Parameter now: nanoseconds since 1970.
  func isComplete(_ path: InputPath, _ stamp: FileStamp, now: Int64) -> Bool {
    if completed.contains(path) { return true }
    // A time in the future says nothing; such a file counts as settled.
    let age = now - max(stamp.modified, stamp.changed)
    return age < 0 || age >= (writing.contains(path) ? 10 * settling : settling)
  }

  /// Forgets files that are not there any more, so that a watch of any length needs little memory.
  mutating func keep(only present: Set<InputPath>) {
    writing.formIntersection(present)
    completed.formIntersection(present)
  }
}

import Glibc
import Pipeline

/// One look at an inbox: which files are complete, and whether others are on their way.
struct InboxScan {
  private(set) var inputs = InputList()
  private(set) var waiting = 0
  private(set) var problems: [String]
  /// Digest over paths and stamps of ``inputs``: the same if nothing has to be done.
  let mark: String

  init(_ inbox: String, _ pipeline: ResolvedPipeline, _ tracker: inout ArrivalTracker) {
    let found = InputFinder.find([inbox], include: pipeline.include, exclude: pipeline.exclude)
    problems = found.problems
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let now = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    var digest = DigestStream()
    var present: Set<InputPath> = []
    for input in found.inputs {
      present.insert(input.path)
      guard let stamp = FileStamp(input.path) else { continue }
      guard tracker.isComplete(input.path, stamp, now: now) else {
        waiting += 1
        continue
      }
      inputs.append(input)
      digest.update((input.path.bytes + Array("\0\(stamp)\n".utf8))[...])
    }
    tracker.keep(only: present)
    mark = digest.finish()
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

@testable import Run

/// `songngu watch` with real files and a real process.
struct WatchTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(
      "p.yaml",
      """
      pipeline: test
      input: { paths: [elsewhere] }
      stages: [cleanup, language]
      output: [json-lines, html]
      """)
    for folder in ["inbox", "done", "failed"] {
      try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(folder)", withIntermediateDirectories: true)
    }
  }

  private func start(_ arguments: [String] = []) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try TestProcess.built("songngu"))
    process.arguments = ["watch", "inbox", "p.yaml", "--quiet", "--rescan", "86400"] + arguments
    process.currentDirectoryURL = scratch.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func stop(_ process: Process) -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// The sources in the output, in order.
  private func sources() -> [String] {
    let text = (try? String(contentsOfFile: "\(scratch.path)/out/documents.jsonl", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (record?["source"] as? [String: Any])?["uri"] as? String
    }
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/\(folder)")) ?? []).sorted()
  }

  /// Waits until something is so; five minutes are for machines that are very busy.
  private func eventually(_ condition: () -> Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    for _ in 0..<3_000 {
      if condition() { return }
      usleep(100_000)
    }
    Issue.record("it did not come about", sourceLocation: sourceLocation)
  }

  @Test func whatArrivesIsProcessedAndStaysWhereItIs() throws {
    try scratch.write("inbox/a.txt", "There before.")
    let process = try start(["--settle", "0.5"])
    eventually { sources() == ["inbox/a.txt"] }
    try scratch.write("inbox/b.txt", "Written.")
    eventually { sources() == ["inbox/a.txt", "inbox/b.txt"] }
    try scratch.write("elsewhere/c.txt", "Moved in.")
    #expect(rename("\(scratch.path)/elsewhere/c.txt", "\(scratch.path)/inbox/c.txt") == 0)
    eventually { sources().count == 3 }
    try scratch.write("inbox/new folder/d.txt", "In a folder.")
    eventually { sources().count == 4 }
    #expect(names("inbox") == ["a.txt", "b.txt", "c.txt", "new folder"])
    #expect(stop(process) == 0)
  }

  @Test func fileThatIsBeingWrittenIsNotTaken() throws {
    let process = try start(["--settle", "100"])
    // Only what is closed while it watches counts as complete here: once this shows, it does.
    eventually {
      _ = try? scratch.write("inbox/a.txt", "Ready.")
      return sources() == ["inbox/a.txt"]
    }
    let path = "\(scratch.path)/inbox/slow.txt"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    _ = Glibc.write(descriptor, "One ", 4)
    try scratch.write("inbox/quick.txt", "Complete.")
    eventually { sources() == ["inbox/a.txt", "inbox/quick.txt"] }
    _ = Glibc.write(descriptor, "two.", 4)
    close(descriptor)
    eventually { sources() == ["inbox/a.txt", "inbox/quick.txt", "inbox/slow.txt"] }
    let text = try String(contentsOfFile: "\(scratch.path)/out/documents.jsonl", encoding: .utf8)
    #expect(text.contains("\"text\":\"One two.\""))
    #expect(stop(process) == 0)
  }

  @Test func inputsAreMovedByTheirOutcomeAndTheirResultsStay() throws {
    let process = try start(["--move-done", "done", "--move-failed", "failed"])
    try scratch.write("done/a.txt", "An older file of that name.")
    try scratch.write("inbox/a.txt", "A report.")
    eventually { names("inbox").isEmpty && names("done") == ["a.txt", "a.txt.2"] }
    try scratch.write("inbox/b.txt", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 100))
    eventually { names("inbox").isEmpty && names("failed") == ["b.txt"] }
    #expect(sources() == ["inbox/a.txt", "inbox/b.txt"])
    #expect(stop(process) == 0)
  }

  @Test func nothingIsLostOrDoneAgainAfterAKill() throws {
    try scratch.write("inbox/a.txt", "First.")
    let arguments = ["--settle", "0.1", "--move-done", "done"]
    let first = try start(arguments)
    eventually { names("done") == ["a.txt"] }
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    try scratch.write("inbox/b.txt", "While nobody watched.")
    let second = try start(arguments)
    eventually { names("done") == ["a.txt", "b.txt"] }
    #expect(sources() == ["inbox/a.txt", "inbox/b.txt"])
    #expect(stop(second) == 0)
  }

  @Test func changedPipelineDoesNotLoseWhatWasMovedAway() throws {
    try scratch.write("inbox/a.txt", "First.")
    let arguments = ["--settle", "0.1", "--move-done", "done"]
    let first = try start(arguments)
    eventually { names("done") == ["a.txt"] }
    #expect(stop(first) == 0)
    try scratch.write("p.yaml", LedgerTrial.pipeline("test", stages: "[language]"))
    try scratch.write("inbox/b.txt", "Second.")
    let second = try start(arguments)
    second.waitUntilExit()
    #expect(second.terminationStatus == 2)
    #expect(sources() == ["inbox/a.txt"])
    #expect(names("inbox") == ["b.txt"])
  }

  @Test(arguments: ["--output", "--move-done", "--move-failed"])
  func foldersInsideTheInboxAreRefused(option: String) throws {
    let result = try TestProcess.run(
      [TestProcess.built("songngu"), "watch", "inbox", "p.yaml", option, "inbox/inner"], in: scratch.url)
    #expect(result.status == 2)
    #expect(result.errors.contains("\(option) lies inside the inbox"), "\(result.errors)")
  }

  @Test func restIsJudgedByWhatWasHeard() {
    var tracker = ArrivalTracker(settling: .seconds(1))
    let path = InputPath("a")
    func stamp(_ modified: Int64) -> FileStamp { FileStamp(size: 1, modified: modified, changed: 0, inode: 1) }
    let second: Int64 = 1_000_000_000
    #expect(!tracker.isComplete(path, stamp(0), now: second - 1))
    #expect(tracker.isComplete(path, stamp(0), now: second))
    tracker.note(.written(path))
    #expect(!tracker.isComplete(path, stamp(0), now: 9 * second))
    #expect(tracker.isComplete(path, stamp(0), now: 10 * second), "nobody said that it was closed, but it rests")
    tracker.note(.completed(path))
    #expect(tracker.isComplete(path, stamp(0), now: 0))
    tracker.note(.lost)
    #expect(!tracker.isComplete(path, stamp(0), now: 1))
    tracker.note(.completed(path))
    tracker.keep(only: [])
    #expect(!tracker.isComplete(path, stamp(0), now: 1))
  }
}

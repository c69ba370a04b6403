import Foundation
import StageKit
import TestSupport
import Testing

@testable import Run

struct InputTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", true), ("b/*.txt", "b/a.txt", true), ("b/*.txt", "b/c/a.txt", false),
    ("**/*.txt", "a.txt", true), ("**/*.txt", "b/c/a.txt", true), ("b/**", "b/c/a.txt", true),
    ("b/**/a.txt", "b/a.txt", true), ("b/**/a.txt", "bb/a.txt", false), ("?.txt", "a.txt", true),
    ("?.txt", "ab.txt", false), ("*.txt", "a.txt.bak", false), ("", "a.txt", false),
    ("a*b*c*d*e*f*g*h*i*j*k*l*m*n*o*p", String(repeating: "a", count: 200), false),
  ])
  func patternMatchesWholePaths(pattern: String, path: String, matches: Bool) {
    #expect(GlobPattern(pattern).matches(Array(path.utf8)[...]) == matches)
  }

  @Test func filesComeInAFixedOrderWithoutHiddenOnes() throws {
    let scratch = try ScratchFolder()
    for name in ["b.txt", "a/z.txt", "a.txt", ".hidden.txt", "c.md"] { try scratch.write(name, "x") }
    let found = InputFinder.find([scratch.path], include: ["*.txt"], exclude: [])
    #expect(found.inputs.map(\.uri) == ["a.txt", "a/z.txt", "b.txt"].map { "\(scratch.path)/\($0)" })
  }

  @Test func linkToAFolderAboveDoesNotGoRoundInCircles() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a.txt", "x")
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/loop", withDestinationPath: scratch.path)
    let found = InputFinder.find([scratch.path], include: ["*.txt"], exclude: [])
    #expect(found.inputs.count == 1)
  }

  @Test func missingPathIsAProblemAndTheOthersStay() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write("a.txt", "x")
    let found = InputFinder.find(["/no/such/file", file], include: [], exclude: [])
    #expect(found.inputs.map(\.uri) == [file])
    #expect(found.problems == ["/no/such/file: There is no such file or folder."])
  }

  @Test func pipeIsRejectedAndDoesNotHoldUpTheRun() throws {
    let scratch = try ScratchFolder()
    let path = "\(scratch.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: Rejection.self) { try SourceLoader.load(Input(path: path), limit: 100) }
  }

  @Test func fileOverTheLimitIsRejectedWithBothSizes() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("big.txt", [UInt8](repeating: 65, count: 101))
    do {
      _ = try SourceLoader.load(Input(path: path), limit: 100)
      Issue.record("the file was accepted")
    } catch {
      #expect(error.description.contains("101 bytes") && error.description.contains("limit of 100"))
    }
  }

  @Test(arguments: ["", "../a", "/a", "a//b", "a/../b", "a b", "a\u{0}", "ä", "a/", "."])
  func unsafeOutputPathIsRefused(path: String) { #expect(!StagedOutput.isSafe(path)) }

  @Test(arguments: ["a.html", "a/b.html", "index.html", "0f3a-x_1.html"])
  func plainOutputPathIsAccepted(path: String) { #expect(StagedOutput.isSafe(path)) }
}
